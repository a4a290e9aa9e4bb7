// Documentation of `time`, `os`, `os.path`, `sys`, `select` and `signal`.

extension Catalogue {
  static let system: StaticString = """
    time | Clocks, calendars and waiting. | Relógios, calendários e espera.
    time.asctime | A time as text: 'Mon Nov 23 10:00:00 2026'. | Um momento como texto: 'Mon Nov 23 10:00:00 2026'.
    time.clock_getres | The smallest step of a clock, in seconds. | O menor passo de um relógio, em segundos.
    time.clock_gettime | What a clock shows, in seconds. | O que um relógio mostra, em segundos.
    time.clock_gettime_ns | What a clock shows, in nanoseconds. | O que um relógio mostra, em nanossegundos.
    time.ctime | Seconds since 1970 as text, in local time. | Segundos desde 1970 como texto, na hora local.
    time.get_clock_info | What is known of a clock. | O que se sabe de um relógio.
    time.gmtime | Seconds since 1970 as year, month and so on, in UTC. | Segundos desde 1970 como ano, mês etc., em UTC.
    time.localtime | Seconds since 1970 as year, month and so on, in local time. | Segundos desde 1970 como ano, mês etc., na hora local.
    time.mktime | Local year, month and so on as seconds since 1970. | Ano, mês etc. locais como segundos desde 1970.
    time.monotonic | A clock that never goes back, in seconds. | Um relógio que nunca volta, em segundos.
    time.monotonic_ns | A clock that never goes back, in nanoseconds. | Um relógio que nunca volta, em nanossegundos.
    time.perf_counter | The finest clock, for measuring, in seconds. | O relógio mais fino, para medir, em segundos.
    time.perf_counter_ns | The finest clock, for measuring, in nanoseconds. | O relógio mais fino, para medir, em nanossegundos.
    time.process_time | The processor time of this process, in seconds. | O tempo de processador deste processo, em segundos.
    time.process_time_ns | The processor time of this process, in nanoseconds. | O tempo de processador deste processo, em nanossegundos.
    time.sleep | Waits for so many seconds; other processes run meanwhile. | Espera tantos segundos; outros processos rodam enquanto isso.
    time.strftime | A time as text by a format such as '%H:%M:%S'. | Um momento como texto por um formato como '%H:%M:%S'.
    time.strptime | A text read as a time by a format. | Um texto lido como momento por um formato.
    time.struct_time | A time as year, month, day, hour and so on. | Um momento como ano, mês, dia, hora etc.
    time.thread_time | The processor time, in seconds. | O tempo de processador, em segundos.
    time.thread_time_ns | The processor time, in nanoseconds. | O tempo de processador, em nanossegundos.
    time.time | Seconds since the first of January 1970. | Segundos desde primeiro de janeiro de 1970.
    time.time_ns | Nanoseconds since the first of January 1970. | Nanossegundos desde primeiro de janeiro de 1970.
    time.tzset | Reads the time zone anew from TZ. | Lê de novo o fuso horário de TZ.
    os | Processes, files and the environment, as the system has them. | Processos, arquivos e ambiente, como o sistema os tem.
    os.DirEntry | A file that scandir has found. | Um arquivo que scandir achou.
    os.WCOREDUMP | Whether the process left a core dump. | Se o processo deixou um core dump.
    os.WEXITSTATUS | The exit code in a status. | O código de saída num status.
    os.WIFCONTINUED | Whether the process was continued. | Se o processo foi continuado.
    os.WIFEXITED | Whether the process ended by itself. | Se o processo terminou por si.
    os.WIFSIGNALED | Whether a signal ended the process. | Se um sinal encerrou o processo.
    os.WIFSTOPPED | Whether the process is stopped. | Se o processo está parado.
    os.WSTOPSIG | The signal that stopped the process. | O sinal que parou o processo.
    os.WTERMSIG | The signal that ended the process. | O sinal que encerrou o processo.
    os.abort | Ends this process by SIGABRT. | Encerra este processo com SIGABRT.
    os._exit | Ends this process at once, with nothing cleaned up. | Encerra este processo já, sem arrumar nada.
    os.access | Whether this process may use a file so. | Se este processo pode usar um arquivo assim.
    os.chdir | Changes the current folder. | Muda a pasta atual.
    os.chmod | Changes a file's permissions. | Muda as permissões de um arquivo.
    os.close | Closes a descriptor. | Fecha um descritor.
    os.cpu_count | How many processors there are. | Quantos processadores há.
    os.dup | A second descriptor of the same file. | Um segundo descritor do mesmo arquivo.
    os.dup2 | Makes a descriptor another name of a second one. | Faz de um descritor outro nome de um segundo.
    os.execl | Replaces this process' program; arguments one by one. | Troca o programa deste processo; argumentos um a um.
    os.execle | As execl, with an environment at the end. | Como execl, com um ambiente no fim.
    os.execlp | As execl, looking for the program in PATH. | Como execl, procurando o programa em PATH.
    os.execv | Replaces this process' program; arguments as a list. | Troca o programa deste processo; argumentos numa lista.
    os.execve | As execv, with an environment. | Como execv, com um ambiente.
    os.execvp | As execv, looking for the program in PATH. | Como execv, procurando o programa em PATH.
    os.execvpe | As execvp, with an environment. | Como execvp, com um ambiente.
    os.fdopen | A file object for a descriptor. | Um objeto arquivo para um descritor.
    os.fork | Doubles this process: 0 in the child, the child's pid in the parent. | Duplica este processo: 0 no filho, o pid do filho no pai.
    os.fsdecode | A file name as text. | Um nome de arquivo como texto.
    os.fsencode | A file name as bytes. | Um nome de arquivo como bytes.
    os.fspath | The path that an object stands for. | O caminho que um objeto representa.
    os.fstat | What the system knows of an open file. | O que o sistema sabe de um arquivo aberto.
    os.fsync | Has an open file written to the disk. | Faz gravar um arquivo aberto no disco.
    os.ftruncate | Cuts or extends an open file. | Corta ou estende um arquivo aberto.
    os.get_blocking | Whether reads and writes of a descriptor wait. | Se leituras e escritas de um descritor esperam.
    os.get_exec_path | The folders of PATH. | As pastas de PATH.
    os.get_inheritable | Whether programs that are started get the descriptor. | Se programas iniciados recebem o descritor.
    os.get_terminal_size | The columns and lines of the terminal. | As colunas e linhas do terminal.
    os.getcwd | The current folder. | A pasta atual.
    os.getcwdb | The current folder as bytes. | A pasta atual como bytes.
    os.getegid | The group whose rights this process has. | O grupo cujos direitos este processo tem.
    os.getenv | A variable of the environment, or the default. | Uma variável de ambiente, ou o padrão.
    os.geteuid | The user whose rights this process has. | O usuário cujos direitos este processo tem.
    os.getgid | The group of this process. | O grupo deste processo.
    os.getloadavg | How busy the machine was in the last 1, 5 and 15 minutes. | Quão ocupada esteve a máquina nos últimos 1, 5 e 15 minutos.
    os.getlogin | The user who logged in. | O usuário que entrou no sistema.
    os.getpgid | The group of processes of a process. | O grupo de processos de um processo.
    os.getpgrp | The group of processes of this one. | O grupo de processos deste.
    os.getpid | The number of this process. | O número deste processo.
    os.getppid | The number of the process that started this one. | O número do processo que iniciou este.
    os.getpriority | The priority of processes. | A prioridade de processos.
    os.getrandom | Random bytes from the kernel. | Bytes ao acaso do núcleo.
    os.getsid | The session of a process. | A sessão de um processo.
    os.getuid | The user of this process. | O usuário deste processo.
    os.isatty | Whether a descriptor is a terminal. | Se um descritor é um terminal.
    os.kill | Sends a signal to a process. | Manda um sinal a um processo.
    os.killpg | Sends a signal to a group of processes. | Manda um sinal a um grupo de processos.
    os.link | Gives a file another name. | Dá outro nome a um arquivo.
    os.listdir | The names in a folder. | Os nomes numa pasta.
    os.lseek | Moves the place in an open file. | Move a posição num arquivo aberto.
    os.lstat | What the system knows of a file; a link is not followed. | O que o sistema sabe de um arquivo; não segue um link.
    os.makedirs | Makes a folder, with those above it. | Cria uma pasta, e as que faltam acima.
    os.mkdir | Makes a folder. | Cria uma pasta.
    os.mkfifo | Makes a pipe with a name. | Cria um pipe com nome.
    os.nice | Makes this process give way to others. | Faz este processo ceder a vez aos outros.
    os.open | Opens a file as a descriptor. | Abre um arquivo como descritor.
    os.pipe | Two descriptors: what is written to the second comes out of the first. | Dois descritores: o que se escreve no segundo sai pelo primeiro.
    os.popen | Runs a shell command and gives its output as a file. | Executa um comando do shell e dá sua saída como arquivo.
    os.process_cpu_count | How many processors this process may use. | Quantos processadores este processo pode usar.
    os.putenv | Sets a variable of the environment; use os.environ. | Define uma variável de ambiente; use os.environ.
    os.read | At most n bytes from a descriptor. | No máximo n bytes de um descritor.
    os.readlink | Where a link leads. | Para onde um link leva.
    os.register_at_fork | Functions to call around a fork. | Funções a chamar em volta de um fork.
    os.remove | Deletes a file. | Apaga um arquivo.
    os.removedirs | Deletes a folder, and those above it that get empty. | Apaga uma pasta, e as acima que ficam vazias.
    os.rename | Renames a file or folder. | Muda o nome de um arquivo ou pasta.
    os.renames | Renames, making and deleting folders on the way. | Muda o nome, criando e apagando pastas no caminho.
    os.replace | Renames a file, over another if there is one. | Muda o nome de um arquivo, por cima de outro se houver.
    os.rmdir | Deletes an empty folder. | Apaga uma pasta vazia.
    os.scandir | The files in a folder, with what is known of them. | Os arquivos numa pasta, com o que se sabe deles.
    os.sched_getaffinity | The processors that a process may use. | Os processadores que um processo pode usar.
    os.sched_yield | Lets other processes go first. | Deixa outros processos irem antes.
    os.set_blocking | Whether reads and writes of a descriptor are to wait. | Se leituras e escritas de um descritor devem esperar.
    os.set_inheritable | Whether programs that are started are to get the descriptor. | Se programas iniciados devem receber o descritor.
    os.setpgid | Moves a process to a group of processes. | Põe um processo num grupo de processos.
    os.setpgrp | Gives this process a group of its own. | Dá a este processo um grupo próprio.
    os.setpriority | Changes the priority of processes. | Muda a prioridade de processos.
    os.setsid | Gives this process a session of its own. | Dá a este processo uma sessão própria.
    os.stat | What the system knows of a file. | O que o sistema sabe de um arquivo.
    os.statvfs | How much room a file system has. | Quanto espaço tem um sistema de arquivos.
    os.strerror | What an error number means. | O que um número de erro quer dizer.
    os.symlink | Makes a link to a path. | Cria um link para um caminho.
    os.system | Runs a shell command and gives its status. | Executa um comando do shell e dá seu status.
    os.times | The processor times of this process and its children. | Os tempos de processador deste processo e dos filhos.
    os.truncate | Cuts or extends a file. | Corta ou estende um arquivo.
    os.ttyname | The name of a terminal. | O nome de um terminal.
    os.umask | The permissions that new files do not get. | As permissões que arquivos novos não recebem.
    os.uname | The system's name and version. | O nome e a versão do sistema.
    os.unlink | Deletes a file, as remove does. | Apaga um arquivo, como remove.
    os.unsetenv | Deletes a variable of the environment; use os.environ. | Apaga uma variável de ambiente; use os.environ.
    os.urandom | n random bytes that nobody can guess. | n bytes ao acaso que ninguém adivinha.
    os.utime | Sets the times of a file. | Define as datas de um arquivo.
    os.wait | Waits for a child; gives its pid and status. | Espera um filho; dá seu pid e status.
    os.wait3 | Waits for a child; also what it used. | Espera um filho; também o que ele usou.
    os.wait4 | Waits for a certain child; also what it used. | Espera um certo filho; também o que ele usou.
    os.waitid | Waits for a child and tells how it ended. | Espera um filho e conta como terminou.
    os.setuid | Makes another user the owner of this process. | Faz de outro usuário o dono deste processo.
    os.setgid | Makes another group the one of this process. | Faz de outro grupo o deste processo.
    os.seteuid | Has this process act as another user. | Faz este processo agir como outro usuário.
    os.setegid | Has this process act as another group. | Faz este processo agir como outro grupo.
    os.getresuid | The real, the effective and the saved user. | O usuário real, o efetivo e o guardado.
    os.getgroups | The groups that this process belongs to. | Os grupos aos quais este processo pertence.
    os.chown | Gives a file to another user and group. | Dá um arquivo a outro usuário e grupo.
    os.sched_setaffinity | Says which processors a process may run on. | Diz em quais processadores um processo pode rodar.
    os.sched_get_priority_max | The highest priority of a scheduling policy. | A maior prioridade de uma política de escalonamento.
    os.sched_get_priority_min | The lowest priority of a scheduling policy. | A menor prioridade de uma política de escalonamento.
    os.sched_getscheduler | The scheduling policy of a process. | A política de escalonamento de um processo.
    os.sysconf | A limit or size of the system. | Um limite ou tamanho do sistema.
    os.pread | Reads bytes at a place of a file. | Lê bytes num lugar de um arquivo.
    os.pwrite | Writes bytes at a place of a file. | Escreve bytes num lugar de um arquivo.
    os.lockf | Locks or frees a part of a file. | Tranca ou libera uma parte de um arquivo.
    os.fdatasync | Has the contents of a file written to the disk. | Faz o conteúdo de um arquivo ir ao disco.
    os.sync | Has everything written to the disk. | Faz tudo ir ao disco.
    os.fchmod | Sets who may do what with an open file. | Define quem pode o quê com um arquivo aberto.
    os.fchdir | Goes to an open folder. | Vai a uma pasta aberta.
    os.pipe2 | A pipe with flags. | Um pipe com opções.
    os.waitpid | Waits for a certain child. | Espera um certo filho.
    os.waitstatus_to_exitcode | The exit code that a status means. | O código de saída que um status indica.
    os.walk | A folder and all below it, with their files. | Uma pasta e todas abaixo, com seus arquivos.
    os.write | Writes bytes to a descriptor; gives how many. | Escreve bytes num descritor; dá quantos.
    os.path | Paths of files as text. | Caminhos de arquivos como texto.
    os.path.abspath | The path from the root. | O caminho desde a raiz.
    os.path.basename | The last part of a path. | A última parte de um caminho.
    os.path.commonpath | The longest path above all of these. | O caminho mais longo acima de todos estes.
    os.path.commonprefix | The longest text with which all of these begin. | O texto mais longo com que todos estes começam.
    os.path.dirname | All but the last part of a path. | Tudo menos a última parte de um caminho.
    os.path.exists | Whether there is something at a path. | Se há algo num caminho.
    os.path.expanduser | The path with the home folder for ~. | O caminho com a pasta pessoal no lugar de ~.
    os.path.expandvars | The path with variables of the environment filled in. | O caminho com variáveis de ambiente preenchidas.
    os.path.getatime | When a file was last read. | Quando um arquivo foi lido por último.
    os.path.getctime | When what is known of a file last changed. | Quando mudou o que se sabe de um arquivo.
    os.path.getmtime | When a file was last changed. | Quando um arquivo foi mudado por último.
    os.path.getsize | The bytes of a file. | Os bytes de um arquivo.
    os.path.isabs | Whether a path begins at the root. | Se um caminho começa na raiz.
    os.path.isdevdrive | False: no such thing here. | False: não existe aqui.
    os.path.isdir | Whether there is a folder. | Se há uma pasta.
    os.path.isfile | Whether there is a file. | Se há um arquivo.
    os.path.isjunction | False: no such thing here. | False: não existe aqui.
    os.path.isreserved | False: no such thing here. | False: não existe aqui.
    os.path.islink | Whether there is a link. | Se há um link.
    os.path.ismount | Whether a file system is mounted there. | Se um sistema de arquivos está montado ali.
    os.path.join | Parts put together to a path. | Partes juntas num caminho.
    os.path.lexists | Whether there is something, be it a broken link. | Se há algo, mesmo um link quebrado.
    os.path.normcase | The path as it is. | O caminho como está.
    os.path.normpath | The path without . and .. and doubled slashes. | O caminho sem . e .. e barras repetidas.
    os.path.realpath | The path with all links followed. | O caminho com todos os links seguidos.
    os.path.relpath | The path from a folder to a file. | O caminho de uma pasta até um arquivo.
    os.path.samefile | Whether two paths lead to one file. | Se dois caminhos levam ao mesmo arquivo.
    os.path.sameopenfile | Whether two descriptors are of one file. | Se dois descritores são do mesmo arquivo.
    os.path.samestat | Whether two results of stat are of one file. | Se dois resultados de stat são do mesmo arquivo.
    os.path.split | The folder and the last part. | A pasta e a última parte.
    os.path.splitdrive | Nothing and the path: there are no drives here. | Nada e o caminho: não há unidades aqui.
    os.path.splitext | The path and its ending. | O caminho e sua extensão.
    os.path.splitroot | Drive, root and the rest of a path. | Unidade, raiz e o resto de um caminho.
    sys | What this run of the program consists of. | De que consiste esta execução do programa.
    sys.displayhook | Shows a result at the prompt. | Mostra um resultado no prompt.
    sys.exc_info | The exception that is being handled, as a tuple. | A exceção que está sendo tratada, numa tupla.
    sys.excepthook | Reports an exception that nobody caught. | Relata uma exceção que ninguém tratou.
    sys.exception | The exception that is being handled. | A exceção que está sendo tratada.
    sys.exit | Leaves the program with a status or a message. | Sai do programa com um estado ou uma mensagem.
    sys.get_int_max_str_digits | The most digits of an int as text. | O máximo de dígitos de um int como texto.
    sys.getdefaultencoding | The encoding of text: 'utf-8'. | A codificação de texto: 'utf-8'.
    sys.getfilesystemencodeerrors | How file names that are no text are shown. | Como aparecem nomes de arquivo que não são texto.
    sys.getfilesystemencoding | The encoding of file names: 'utf-8'. | A codificação de nomes de arquivo: 'utf-8'.
    sys.getprofile | None: there is no profiler. | None: não há perfilador.
    sys.getrecursionlimit | How many calls may be open below one another. | Quantas chamadas podem estar abertas uma sob a outra.
    sys.getrefcount | How many references to an object there are. | Quantas referências a um objeto existem.
    sys.getsizeof | About how many bytes an object takes. | Quantos bytes um objeto ocupa, mais ou menos.
    sys.getswitchinterval | A number without a meaning: there are no threads. | Um número sem significado: não há threads.
    sys.gettrace | None: there is no tracing. | None: não há rastreio.
    sys.intern | The one copy of a text among names. | A única cópia de um texto entre os nomes.
    sys.is_finalizing | Whether the program is ending. | Se o programa está terminando.
    sys.set_int_max_str_digits | Sets the most digits of an int as text; 0 for any. | Define o máximo de dígitos de um int como texto; 0 para qualquer.
    sys.setprofile | Not available. | Não disponível.
    sys.setrecursionlimit | Sets how many calls may be open below one another. | Define quantas chamadas podem estar abertas uma sob a outra.
    sys.setswitchinterval | Does nothing: there are no threads. | Não faz nada: não há threads.
    sys.settrace | Not available. | Não disponível.
    gc | The collection of objects that only refer to one another. | A coleta de objetos que só se referem uns aos outros.
    gc.collect | Collects now; how many objects went. | Coleta agora; quantos objetos se foram.
    gc.disable | No collection from now on but by `gc.collect()`. | Nenhuma coleta daqui em diante, exceto por `gc.collect()`.
    gc.enable | Collections happen by themselves again. | As coletas voltam a acontecer sozinhas.
    gc.freeze | Does nothing: collections write to no object that stays. | Não faz nada: coletas não escrevem em objetos que ficam.
    gc.get_count | Zeros: ppd counts memory, not objects. | Zeros: ppd conta memória, não objetos.
    gc.get_debug | The flags of `gc.set_debug`. | As opções de `gc.set_debug`.
    gc.get_freeze_count | 0: no object is ever frozen. | 0: nenhum objeto é congelado.
    gc.get_objects | All objects that could be part of a cycle. | Todos os objetos que poderiam fazer parte de um ciclo.
    gc.get_referents | The objects that some objects hold. | Os objetos que alguns objetos seguram.
    gc.get_referrers | The objects that hold one of some objects. | Os objetos que seguram um de alguns objetos.
    gc.get_stats | How many collections there were, and what went in them. | Quantas coletas houve e o que se foi nelas.
    gc.get_threshold | What `gc.set_threshold` was given. | O que se deu a `gc.set_threshold`.
    gc.is_finalized | Whether an object's `__del__` has run. | Se o `__del__` de um objeto já rodou.
    gc.is_tracked | Whether an object could be part of a cycle. | Se um objeto poderia fazer parte de um ciclo.
    gc.isenabled | Whether collections happen by themselves. | Se as coletas acontecem sozinhas.
    gc.set_debug | Sets flags that CPython knows; they change nothing. | Define opções que o CPython conhece; não mudam nada.
    gc.set_threshold | Stops collections where the first number is 0. | Impede coletas se o primeiro número é 0.
    gc.unfreeze | Does nothing, like `gc.freeze`. | Não faz nada, como `gc.freeze`.
    resource | What a process has used and may use. | O que um processo usou e pode usar.
    resource.getpagesize | The bytes of a page of memory. | Os bytes de uma página de memória.
    resource.getrlimit | The limits of a resource. | Os limites de um recurso.
    resource.getrusage | What a process or its children have used. | O que um processo ou seus filhos usaram.
    resource.prlimit | The limits of a process' resource, which may be set. | Os limites de um recurso de um processo, que podem ser definidos.
    resource.setrlimit | Sets the limits of a resource. | Define os limites de um recurso.
    select | Waiting for descriptors that are ready. | Espera por descritores prontos.
    select.poll | An object that waits for registered descriptors. | Um objeto que espera por descritores registrados.
    select.select | The descriptors of three lists that are ready. | Os descritores de três listas que estão prontos.
    signal | Signals: what a process is told from outside. | Sinais: o que se diz a um processo de fora.
    signal.alarm | Has SIGALRM sent after so many seconds. | Faz SIGALRM vir depois de tantos segundos.
    signal.default_int_handler | What SIGINT does: raises KeyboardInterrupt. | O que SIGINT faz: levanta KeyboardInterrupt.
    signal.getitimer | What is left of a timer. | O que resta de um temporizador.
    signal.getsignal | What happens when a signal comes. | O que acontece quando um sinal chega.
    signal.pause | Waits for a signal. | Espera um sinal.
    signal.pthread_kill | Sends a signal to this process. | Manda um sinal a este processo.
    signal.pthread_sigmask | Which signals are held back. | Quais sinais ficam retidos.
    signal.raise_signal | Sends a signal to this process. | Manda um sinal a este processo.
    signal.set_wakeup_fd | A descriptor that gets a byte for each signal. | Um descritor que recebe um byte por sinal.
    signal.setitimer | Has signals sent at intervals. | Faz sinais virem em intervalos.
    signal.siginterrupt | Whether a signal breaks off system calls. | Se um sinal interrompe chamadas de sistema.
    signal.signal | Sets the function to call when a signal comes. | Define a função a chamar quando um sinal chega.
    signal.sigpending | The signals that are held back and have come. | Os sinais retidos que já chegaram.
    signal.sigtimedwait | Waits for one of some signals, so long at most. | Espera um de alguns sinais, no máximo tanto tempo.
    signal.sigwait | Waits for one of some signals. | Espera um de alguns sinais.
    signal.sigwaitinfo | Waits for one of some signals and tells about it. | Espera um de alguns sinais e conta dele.
    signal.strsignal | What a signal means. | O que um sinal quer dizer.
    signal.valid_signals | All signals. | Todos os sinais.
    errno | Numbers of the system's errors. | Números dos erros do sistema.
    """
}
