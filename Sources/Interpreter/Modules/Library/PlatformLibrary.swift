// The module `platform`.

enum PlatformLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import os as _os
    import sys as _sys

    _Uname = _collections.namedtuple('uname_result', 'system node release version machine')


    class uname_result(_Uname):
        processor = property(lambda self: '')


    def uname():
        known = _os.uname()
        return uname_result(known.sysname, known.nodename, known.release, known.version, known.machine)


    def system():
        return uname().system


    def node():
        return uname().node


    def release():
        return uname().release


    def version():
        return uname().version


    def machine():
        return uname().machine


    def processor():
        return ''


    def architecture(executable='', bits='', linkage=''):
        return bits or '64bit', linkage or 'ELF'


    def platform(aliased=False, terse=False):
        name, version_ = libc_ver()
        known = [system(), release()] + ([] if terse else [machine(), 'with', name + version_])
        return '-'.join(part for part in known if part)


    def libc_ver(executable=None, lib='', version='', chunksize=16384):
        try:
            name, _, number = _os.confstr('CS_GNU_LIBC_VERSION').partition(' ')
            return name, number
        except (AttributeError, ValueError, OSError):
            return lib or 'glibc', version


    def python_implementation():
        return 'ppd'


    def python_version():
        return '.'.join(map(str, _sys.version_info[:3]))


    def python_version_tuple():
        return tuple(python_version().split('.'))


    def python_build():
        return 'ppd', ''


    def python_compiler():
        return 'Swift'


    def python_branch():
        return ''


    def python_revision():
        return ''


    def freedesktop_os_release():
        for path in ('/etc/os-release', '/usr/lib/os-release'):
            try:
                with open(path) as file:
                    lines = file.read().splitlines()
            except OSError:
                continue
            pairs = (line.partition('=') for line in lines if '=' in line and line[:1] != '#')
            return {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux',
                    **{name: value.strip('"\'') for name, _, value in pairs}}
        raise OSError('no os-release file')
    """#
}
