// The module `getpass`.

enum GetpassLibrary {
  static let source: StaticString = #"""
    import os as _os
    import sys as _sys

    __all__ = ['getpass', 'getuser', 'GetPassWarning']


    class GetPassWarning(UserWarning):
        pass


    def getpass(prompt='Password: ', stream=None):
        """Asks on the terminal, which shows nothing meanwhile; without a terminal, on the standard streams."""
        import subprocess
        if not _sys.stdin.isatty():
            import warnings
            warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
            return _ask(prompt, stream)
        subprocess.call(['stty', '-echo'])
        try:
            return _ask(prompt, stream)
        finally:
            subprocess.call(['stty', 'echo'])
            (stream or _sys.stderr).write('\n')


    def _ask(prompt, stream):
        out = stream or _sys.stderr
        out.write(str(prompt))
        out.flush()
        line = _sys.stdin.readline()
        if not line:
            raise EOFError
        return line.removesuffix('\n')


    def getuser():
        for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
            if user := _os.environ.get(name):
                return user
        with open('/etc/passwd') as lines:
            for line in lines:
                fields = line.split(':')
                if len(fields) > 2 and fields[2] == str(_os.getuid()):
                    return fields[0]
        raise OSError('No username set in the environment')
    """#
}
