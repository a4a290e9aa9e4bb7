// Documentation of the rest of the library.

extension Catalogue {
  static let library: StaticString = """
    abc | Classes that only describe what their subclasses do. | Classes que só descrevem o que as subclasses fazem.
    abc.abstractmethod | Marks a method that subclasses have to define. | Marca um método que as subclasses devem definir.
    abc.get_cache_token | A number that changes when a class is registered. | Um número que muda quando uma classe é registrada.
    abc.update_abstractmethods | Finds out anew which methods a class lacks. | Verifica de novo quais métodos faltam numa classe.
    atexit | Functions that run when the program ends. | Funções que rodam quando o programa termina.
    atexit.register | Has a function called when the program ends. | Faz uma função ser chamada quando o programa termina.
    atexit.unregister | Takes a function back. | Retira uma função.
    contextlib | Things for the with statement. | Coisas para o comando with.
    contextlib.contextmanager | Makes a generator usable in with: its yield is the block. | Faz um gerador servir em with: seu yield é o bloco.
    contextlib.asynccontextmanager | Not available: there is no async. | Não disponível: não há async.
    contextlib.closing | Closes an object at the end of the block. | Fecha um objeto no fim do bloco.
    contextlib.suppress | Ignores some exceptions of the block. | Ignora algumas exceções do bloco.
    contextlib.redirect_stdout | Sends what the block prints elsewhere. | Manda para outro lugar o que o bloco escreve.
    contextlib.nullcontext | A context that does nothing. | Um contexto que não faz nada.
    contextlib.ExitStack | Contexts that are entered one by one and left together. | Contextos em que se entra um a um e se sai de todos.
    dataclasses | Classes that mainly hold fields. | Classes que sobretudo guardam campos.
    dataclasses.asdict | The fields as a dict. | Os campos num dict.
    dataclasses.astuple | The fields as a tuple. | Os campos numa tupla.
    dataclasses.dataclass | Writes __init__, __repr__ and __eq__ for a class. | Escreve __init__, __repr__ e __eq__ de uma classe.
    dataclasses.field | A field with a default or other settings. | Um campo com valor padrão ou outras opções.
    dataclasses.fields | What is known of each field. | O que se sabe de cada campo.
    dataclasses.is_dataclass | Whether this is a dataclass or of one. | Se é uma dataclass ou de uma.
    dataclasses.make_dataclass | A new dataclass of a list of fields. | Uma nova dataclass a partir de uma lista de campos.
    dataclasses.replace | A copy with other values of some fields. | Uma cópia com outros valores em alguns campos.
    datetime | Dates and times of day. | Datas e horas.
    datetime.date | A day: year, month and day. | Um dia: ano, mês e dia.
    datetime.datetime | A day and a time of day; datetime.now() is now. | Um dia e uma hora; datetime.now() é agora.
    datetime.time | A time of day. | Uma hora do dia.
    datetime.timedelta | A duration, the difference of two moments. | Uma duração, a diferença de dois momentos.
    datetime.timezone | A fixed distance from UTC. | Uma distância fixa de UTC.
    datetime.tzinfo | The base of time zones. | A base dos fusos horários.
    enum | Types whose values are a few names. | Tipos cujos valores são alguns nomes.
    enum.Enum | The base of enumerations. | A base das enumerações.
    enum.IntEnum | Enumerations whose members are ints. | Enumerações cujos membros são ints.
    enum.Flag | Enumerations whose members can be combined. | Enumerações cujos membros se combinam.
    enum.auto | A value for the next member. | Um valor para o próximo membro.
    enum.global_enum | Puts the members among the module's names. | Põe os membros entre os nomes do módulo.
    enum.unique | Refuses two names for one value. | Recusa dois nomes para um valor.
    enum.verify | Checks an enumeration's values. | Confere os valores de uma enumeração.
    enum.member | Makes a value of the class body a member. | Faz de um valor do corpo da classe um membro.
    enum.nonmember | Keeps a value of the class body from being a member. | Impede que um valor do corpo da classe seja membro.
    enum.show_flag_values | The single flags in a number. | Cada flag num número.
    io | Files in memory and the classes of files. | Arquivos na memória e as classes de arquivos.
    io.open | Opens a file, as the builtin does. | Abre um arquivo, como o builtin.
    io.text_encoding | The encoding that is meant by none. | A codificação que nenhuma indica.
    io.BytesIO | A file of bytes in memory. | Um arquivo de bytes na memória.
    io.StringIO | A text file in memory. | Um arquivo de texto na memória.
    logging | Messages about what a program does, by importance. | Mensagens sobre o que um programa faz, por importância.
    logging.addLevelName | Gives a level a name. | Dá nome a um nível.
    logging.basicConfig | Says where messages go and how they look. | Diz para onde vão as mensagens e como aparecem.
    logging.captureWarnings | Sends warnings to the log, or back. | Manda avisos ao log, ou de volta.
    logging.critical | A message that the program cannot go on. | Uma mensagem de que o programa não pode continuar.
    logging.debug | A message for those who look for a mistake. | Uma mensagem para quem procura um erro.
    logging.disable | Drops all messages up to a level. | Descarta todas as mensagens até um nível.
    logging.error | A message that something failed. | Uma mensagem de que algo falhou.
    logging.exception | An error message with the traceback being handled. | Uma mensagem de erro com o traceback em tratamento.
    logging.fatal | As critical. | Como critical.
    logging.getHandlerByName | A handler by its name. | Um handler pelo nome.
    logging.getHandlerNames | The names of the handlers. | Os nomes dos handlers.
    logging.getLevelName | The name of a level, or the level of a name. | O nome de um nível, ou o nível de um nome.
    logging.getLevelNamesMapping | The levels by name. | Os níveis por nome.
    logging.getLogRecordFactory | What makes records. | O que faz os registros.
    logging.getLogger | The logger of a name. | O logger de um nome.
    logging.getLoggerClass | The class of loggers. | A classe dos loggers.
    logging.info | A message that all goes well. | Uma mensagem de que tudo vai bem.
    logging.log | A message of any level. | Uma mensagem de qualquer nível.
    logging.makeLogRecord | A record of a dict. | Um registro a partir de um dict.
    logging.setLogRecordFactory | Sets what makes records. | Define o que faz os registros.
    logging.setLoggerClass | Sets the class of loggers. | Define a classe dos loggers.
    logging.shutdown | Writes out what waits in handlers. | Escreve o que espera nos handlers.
    logging.warning | A message that something may go wrong. | Uma mensagem de que algo pode dar errado.
    logging.warn | As warning; deprecated. | Como warning; obsoleto.
    logging.getLogLevel | The level of a logger. | O nível de um logger.
    logging.currentframe | The frame that logs. | O frame que registra.
    pickle | Values as bytes and back. | Valores como bytes e de volta.
    pickle.dump | Writes a value to a file. | Escreve um valor num arquivo.
    pickle.dumps | A value as bytes. | Um valor como bytes.
    pickle.load | Reads a value from a file. | Lê um valor de um arquivo.
    pickle.loads | The value of some bytes. | O valor de alguns bytes.
    queue | Queues within one process; multiprocessing has those between processes. | Filas dentro de um processo; as entre processos estão em multiprocessing.
    queue.Queue | First in, first out. | O primeiro a entrar é o primeiro a sair.
    queue.LifoQueue | Last in, first out. | O último a entrar é o primeiro a sair.
    queue.PriorityQueue | The smallest first. | O menor primeiro.
    queue.SimpleQueue | A queue without limit and tasks. | Uma fila sem limite nem tarefas.
    queue.Empty | What get raises when no item came in time. | O que get levanta se nenhum item chega a tempo.
    queue.Full | What put raises when no room came in time. | O que put levanta se não há espaço a tempo.
    queue.ShutDown | What put and get raise once the queue is shut down. | O que put e get levantam quando a fila foi fechada.
    threading | Only what needs no threads: ppd has processes. | Só o que dispensa threads: ppd tem processos.
    threading.BrokenBarrierError | The barrier is broken: somebody gave up or ended. | A barreira está quebrada: alguém desistiu ou terminou.
    threading.Thread | Not available: use spawn or Process. | Não disponível: use spawn ou Process.
    threading.current_thread | What stands for this process' only thread. | O que representa o único thread deste processo.
    threading.main_thread | What stands for this process' only thread. | O que representa o único thread deste processo.
    threading.active_count | One. | Um.
    threading.get_ident | The number of this process' only thread. | O número do único thread deste processo.
    traceback | Tracebacks as text. | Tracebacks como texto.
    traceback.clear_frames | Forgets the variables of a traceback's frames. | Esquece as variáveis dos frames de um traceback.
    traceback.extract_stack | The calls that are open, as a list. | As chamadas abertas, numa lista.
    traceback.extract_tb | The calls that an exception passed, as a list. | As chamadas por que uma exceção passou, numa lista.
    traceback.format_exc | The report of the exception being handled. | O relato da exceção em tratamento.
    traceback.format_exception | The lines of an exception's report. | As linhas do relato de uma exceção.
    traceback.format_exception_only | The last lines of an exception's report. | As últimas linhas do relato de uma exceção.
    traceback.format_list | Lines for a list of calls. | Linhas para uma lista de chamadas.
    traceback.format_stack | Lines for the calls that are open. | Linhas para as chamadas abertas.
    traceback.format_tb | Lines for the calls that an exception passed. | Linhas para as chamadas por que uma exceção passou.
    traceback.print_exc | Prints the report of the exception being handled. | Escreve o relato da exceção em tratamento.
    traceback.print_exception | Prints an exception's report. | Escreve o relato de uma exceção.
    traceback.print_last | Prints the report of the last uncaught exception. | Escreve o relato da última exceção não tratada.
    traceback.print_list | Prints a list of calls. | Escreve uma lista de chamadas.
    traceback.print_stack | Prints the calls that are open. | Escreve as chamadas abertas.
    traceback.print_tb | Prints the calls that an exception passed. | Escreve as chamadas por que uma exceção passou.
    traceback.walk_stack | The calls that are open, one by one. | As chamadas abertas, uma a uma.
    traceback.walk_tb | The calls that an exception passed, one by one. | As chamadas por que uma exceção passou, uma a uma.
    types | Names of types that have none among the builtins. | Nomes de tipos que não os têm entre os builtins.
    types.coroutine | Marks a generator as a coroutine. | Marca um gerador como corrotina.
    types.get_original_bases | The bases as the class statement had them. | As bases como estavam no comando class.
    types.new_class | A new class. | Uma nova classe.
    types.prepare_class | What a class statement would begin with. | Com que um comando class começaria.
    types.resolve_bases | The bases that a class statement would use. | As bases que um comando class usaria.
    types.SimpleNamespace | An object with the attributes that it is given. | Um objeto com os atributos que recebe.
    typing | Names for type hints, which ppd accepts and does not check. | Nomes para anotações de tipo, que o ppd aceita e não confere.
    unicodedata | What Unicode says of characters. | O que o Unicode diz dos caracteres.
    unicodedata.name | The name of a character. | O nome de um caractere.
    unicodedata.lookup | The character of a name. | O caractere de um nome.
    unicodedata.category | The general category of a character, two letters. | A categoria geral de um caractere, duas letras.
    unicodedata.combining | The combining class of a character, 0 for most. | A classe combinante de um caractere, 0 para a maioria.
    unicodedata.mirrored | 1 for characters that are mirrored in text from right to left. | 1 para caracteres espelhados em texto da direita para a esquerda.
    unicodedata.decimal | The value of a decimal digit. | O valor de um dígito decimal.
    unicodedata.digit | The value of a digit. | O valor de um dígito.
    unicodedata.numeric | The value of a number as a float. | O valor de um número como float.
    unicodedata.normalize | A text in a normal form: NFC, NFD, NFKC or NFKD. | Um texto numa forma normal: NFC, NFD, NFKC ou NFKD.
    unicodedata.is_normalized | Whether a text is in a normal form. | Se um texto está numa forma normal.
    ast | The values of literals. | Os valores de literais.
    cmath | Functions of complex numbers. | Funções de números complexos.
    codecs | Codecs by their names. | Codecs pelos seus nomes.
    colorsys | Colours in several systems. | Cores em vários sistemas.
    configparser | Configuration files of sections and options. | Arquivos de configuração com seções e opções.
    contextvars | Variables of a context. | Variáveis de um contexto.
    copyreg | How instances are taken apart. | Como se desmontam instâncias.
    decimal | Decimal numbers of any precision. | Números decimais de qualquer precisão.
    getopt | Options of a command line. | Opções de uma linha de comando.
    graphlib | Orders of graphs. | Ordens de grafos.
    html | The marks of HTML. | As marcas do HTML.
    linecache | Lines of source files. | Linhas de arquivos de código.
    reprlib | Representations of limited size. | Representações de tamanho limitado.
    sched | Events at their times. | Eventos nas suas horas.
    urllib.parse | The parts of web addresses. | As partes de endereços da web.
    socket | Network connections. | Conexões de rede.
    socket.gethostname | The name of this machine. | O nome desta máquina.
    typing.NamedTuple | A class of tuples whose items have names and types. | Uma classe de tuplas cujos itens têm nome e tipo.
    typing.TypedDict | A dict type with certain keys. | Um tipo de dict com certas chaves.
    typing.abstractmethod | As abc.abstractmethod. | Como abc.abstractmethod.
    typing.assert_never | Says that this line is never reached. | Diz que esta linha nunca é alcançada.
    typing.assert_type | The value itself. | O próprio valor.
    typing.cast | The value itself. | O próprio valor.
    typing.clear_overloads | Does nothing. | Não faz nada.
    typing.dataclass_transform | The class itself. | A própria classe.
    typing.final | The class or method itself. | A própria classe ou método.
    typing.get_args | What stands in a type's brackets. | O que está entre os colchetes de um tipo.
    typing.get_origin | The type before the brackets. | O tipo antes dos colchetes.
    typing.get_overloads | No overloads. | Nenhuma sobrecarga.
    typing.get_protocol_members | The names that a protocol asks for. | Os nomes que um protocolo pede.
    typing.get_type_hints | The annotations of a class or function. | As anotações de uma classe ou função.
    typing.is_protocol | Whether a class is a protocol. | Se uma classe é um protocolo.
    typing.is_typeddict | Whether a class is a TypedDict. | Se uma classe é um TypedDict.
    typing.no_type_check | The function itself. | A própria função.
    typing.no_type_check_decorator | The decorator itself. | O próprio decorador.
    typing.overload | Marks a signature that is only a hint. | Marca uma assinatura que é só uma anotação.
    typing.override | The method itself. | O próprio método.
    typing.reveal_type | Prints a value's type and gives the value. | Escreve o tipo de um valor e dá o valor.
    typing.runtime_checkable | Lets isinstance look at a protocol's methods. | Deixa isinstance olhar os métodos de um protocolo.
    warnings | Notices that do not stop the program. | Avisos que não param o programa.
    warnings.filterwarnings | Says what happens to warnings that look so. | Diz o que acontece com avisos assim.
    warnings.formatwarning | A warning as text. | Um aviso como texto.
    warnings.resetwarnings | Forgets what was said about warnings. | Esquece o que foi dito sobre avisos.
    warnings.showwarning | Shows a warning. | Mostra um aviso.
    warnings.simplefilter | Says what happens to warnings of a type. | Diz o que acontece com avisos de um tipo.
    warnings.warn | Gives a warning. | Dá um aviso.
    warnings.warn_explicit | Gives a warning about another place. | Dá um aviso sobre outro lugar.
    statistics | Means and spreads of numbers. | Médias e dispersões de números.
    argparse | Reads a program's arguments. | Lê os argumentos de um programa.
    """
}
