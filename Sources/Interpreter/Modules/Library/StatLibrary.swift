// The module `stat`.

enum StatLibrary {
  static let source: StaticString = #"""
    ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
    S_IFIFO, S_IFCHR, S_IFDIR, S_IFBLK, S_IFREG, S_IFLNK, S_IFSOCK = (
        0x1000, 0x2000, 0x4000, 0x6000, 0x8000, 0xa000, 0xc000)
    S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
    S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
    S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o70, 0o40, 0o20, 0o10
    S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 7, 4, 2, 1
    S_IREAD, S_IWRITE, S_IEXEC, S_ENFMT = S_IRUSR, S_IWUSR, S_IXUSR, S_ISGID


    def S_IMODE(mode):
        return mode & 0o7777


    def S_IFMT(mode):
        return mode & 0xf000


    def _is(kind):
        return lambda mode: S_IFMT(mode) == kind


    S_ISDIR, S_ISCHR, S_ISBLK, S_ISREG = _is(S_IFDIR), _is(S_IFCHR), _is(S_IFBLK), _is(S_IFREG)
    S_ISFIFO, S_ISLNK, S_ISSOCK = _is(S_IFIFO), _is(S_IFLNK), _is(S_IFSOCK)

    _LETTERS = {S_IFIFO: 'p', S_IFCHR: 'c', S_IFDIR: 'd', S_IFBLK: 'b', S_IFREG: '-', S_IFLNK: 'l', S_IFSOCK: 's'}


    def filemode(mode):
        """The ten letters that `ls -l` shows."""
        letters = [letter if mode & 0o400 >> index else '-' for index, letter in enumerate('rwxrwxrwx')]
        for place, bit, letter in ((2, S_ISUID, 's'), (5, S_ISGID, 's'), (8, S_ISVTX, 't')):
            if mode & bit:
                letters[place] = letter if letters[place] == 'x' else letter.upper()
        return _LETTERS.get(S_IFMT(mode), '?') + ''.join(letters)
    """#
}
