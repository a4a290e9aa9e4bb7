// Documentation of the exceptions.

extension Catalogue {
  static let exceptions: StaticString = """
    BaseException | What all exceptions inherit from. | De onde todas as exceções herdam.
    Exception | What the exceptions of programs inherit from. | De onde herdam as exceções dos programas.
    ArithmeticError | A calculation cannot be done. | Uma conta não pode ser feita.
    AssertionError | An assert was not true. | Um assert não valeu.
    AttributeError | An object lacks an attribute. | Falta um atributo num objeto.
    BaseExceptionGroup | Several exceptions at once, of any kind. | Várias exceções de uma vez, de qualquer tipo.
    BlockingIOError | It would have had to wait. | Teria que esperar.
    BrokenPipeError | Nobody reads what is written. | Ninguém lê o que se escreve.
    BufferError | The bytes are in use. | Os bytes estão em uso.
    BytesWarning | A doubtful use of bytes. | Um uso duvidoso de bytes.
    ChildProcessError | There is no such child. | Não há tal processo filho.
    ConnectionAbortedError | The connection was given up. | A conexão foi abandonada.
    ConnectionError | A connection failed. | Uma conexão falhou.
    ConnectionRefusedError | Nobody listens there. | Ninguém escuta lá.
    ConnectionResetError | The other side cut the connection. | O outro lado cortou a conexão.
    DeprecationWarning | Something that will go away. | Algo que vai deixar de existir.
    EOFError | The input has ended. | A entrada acabou.
    EncodingWarning | No encoding was named. | Nenhuma codificação foi dita.
    EnvironmentError | Another name of OSError. | Outro nome de OSError.
    ExceptionGroup | Several exceptions at once. | Várias exceções de uma vez.
    FileExistsError | The file is there already. | O arquivo já existe.
    FileNotFoundError | There is no such file. | O arquivo não existe.
    FloatingPointError | A calculation with fractions failed. | Uma conta com frações falhou.
    FutureWarning | Something that will change. | Algo que vai mudar.
    GeneratorExit | A generator is closed. | Um gerador é encerrado.
    IOError | Another name of OSError. | Outro nome de OSError.
    ImportError | A module, or a name in it, cannot be imported. | Um módulo, ou um nome nele, não pode ser importado.
    ImportWarning | A doubtful import. | Um import duvidoso.
    IndentationError | The lines of a block do not begin in the same column. | As linhas de um bloco não começam na mesma coluna.
    IndexError | There is no item at this place. | Não há item neste lugar.
    InterruptedError | A signal came in between. | Um sinal interrompeu.
    IsADirectoryError | It is a folder, not a file. | É uma pasta, não um arquivo.
    KeyError | There is no such key. | Não há tal chave.
    KeyboardInterrupt | Ctrl-C was pressed. | Ctrl-C foi pressionado.
    LookupError | Something is not found. | Algo não foi achado.
    MemoryError | There is no memory left. | Não há mais memória.
    ModuleNotFoundError | There is no such module. | Não há tal módulo.
    NameError | A name has no value. | Um nome não tem valor.
    NotADirectoryError | It is a file, not a folder. | É um arquivo, não uma pasta.
    NotImplementedError | A subclass has to define this. | Uma subclasse deve definir isto.
    OSError | The system refuses something. | O sistema recusa algo.
    OverflowError | The result is too large. | O resultado é grande demais.
    PendingDeprecationWarning | Something that may go away. | Algo que talvez deixe de existir.
    PermissionError | It is not allowed. | Não é permitido.
    ProcessLookupError | There is no such process. | Não há tal processo.
    PythonFinalizationError | The program is about to end. | O programa está terminando.
    RecursionError | Functions call each other too deeply. | Funções se chamam fundo demais.
    ReferenceError | The object has gone. | O objeto não existe mais.
    ResourceWarning | Something was not closed. | Algo não foi fechado.
    RuntimeError | Something went wrong that has no name of its own. | Algo deu errado, sem nome próprio.
    RuntimeWarning | Doubtful behaviour. | Um comportamento duvidoso.
    StopAsyncIteration | An asynchronous iterator has no more items. | Um iterador assíncrono não tem mais itens.
    StopIteration | An iterator has no more items. | Um iterador não tem mais itens.
    SyntaxError | The text is no program. | O texto não é um programa.
    SyntaxWarning | Doubtful syntax. | Uma sintaxe duvidosa.
    SystemError | An error of the interpreter itself. | Um erro do próprio interpretador.
    SystemExit | The program is to end. | O programa deve terminar.
    TabError | Tabs and spaces are mixed. | Tabulações e espaços misturados.
    TimeoutError | It took too long. | Demorou demais.
    TypeError | A value is of the wrong type, or a call has the wrong arguments. | Um valor é do tipo errado, ou uma chamada tem os argumentos errados.
    UnboundLocalError | A local variable has no value yet. | Uma variável local ainda não tem valor.
    UnicodeDecodeError | The bytes are no text in this encoding. | Os bytes não são texto nesta codificação.
    UnicodeEncodeError | The text cannot be written in this encoding. | O texto não se escreve nesta codificação.
    UnicodeError | Text and bytes do not fit. | Texto e bytes não combinam.
    UnicodeTranslateError | The text cannot be converted. | O texto não pode ser convertido.
    UnicodeWarning | A doubtful use of text. | Um uso duvidoso de texto.
    UserWarning | A warning of the program's own. | Um aviso do próprio programa.
    ValueError | The type is right, the value is not. | O tipo está certo, o valor não.
    Warning | What all warnings inherit from. | De onde herdam todos os avisos.
    ZeroDivisionError | Divided by zero. | Divisão por zero.
    """
}
