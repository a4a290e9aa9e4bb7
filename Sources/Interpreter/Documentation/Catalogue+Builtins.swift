// Documentation of the builtins.

extension Catalogue {
  static let builtins: StaticString = """
    abs | The distance of a number from zero. | A distância de um número até zero.
    all | Whether every item is true; true for no items. | Se todos os itens valem; verdadeiro se não há itens.
    any | Whether some item is true; false for no items. | Se algum item vale; falso se não há itens.
    ascii | As repr, with escapes for all characters outside ASCII. | Como repr, com escapes no lugar do que não é ASCII.
    bin | An integer in base two: '0b101'. | Um inteiro na base dois: '0b101'.
    callable | Whether the object can be called like a function. | Se o objeto pode ser chamado como uma função.
    chr | The character of a Unicode number; ord is the way back. | O caractere de um número Unicode; ord é o caminho de volta.
    compile | Prepares source text for eval or exec. | Prepara um texto de programa para eval ou exec.
    delattr | Removes an attribute by its name. | Remove um atributo pelo nome.
    dir | The names of an object's attributes, or of the variables here. | Os nomes dos atributos de um objeto, ou das variáveis daqui.
    divmod | Quotient and remainder in one pair. | Quociente e resto num par.
    eval | The value of an expression given as text. | O valor de uma expressão dada como texto.
    exec | Runs statements given as text. | Executa comandos dados como texto.
    exit | Leaves the program; with a number, that is its status. | Sai do programa; um número é o seu estado de saída.
    quit | Leaves the program, as exit does. | Sai do programa, como exit.
    format | A value as text by a format such as '.2f' or '>10'. | Um valor como texto por um formato como '.2f' ou '>10'.
    getattr | An attribute by its name, or the default where there is none. | Um atributo pelo nome, ou o valor padrão se não existe.
    globals | The module's variables as a dict. | As variáveis do módulo num dict.
    hasattr | Whether the object has an attribute of this name. | Se o objeto tem um atributo com este nome.
    hash | The number by which dicts and sets find an object. | O número pelo qual dicts e sets acham um objeto.
    help | Tells what an object is and how it is used. | Diz o que é um objeto e como se usa.
    hex | An integer in base sixteen: '0xff'. | Um inteiro na base dezesseis: '0xff'.
    id | A number that no other living object has. | Um número que nenhum outro objeto vivo tem.
    input | Shows a question and reads a line from standard input. | Mostra uma pergunta e lê uma linha da entrada padrão.
    isinstance | Whether the object is of a type, or of one of several. | Se o objeto é de um tipo, ou de um entre vários.
    issubclass | Whether a class is another or inherits from it. | Se uma classe é outra ou herda dela.
    iter | Something to take the items of an object from one by one, with next. | Algo de que se tiram os itens um a um, com next.
    len | How many items there are. | Quantos itens há.
    locals | The variables of the function that runs, as a dict. | As variáveis da função em execução, num dict.
    max | The largest item, or the largest argument; key tells by what. | O maior item, ou o maior argumento; key diz por qual critério.
    min | The smallest item, or the smallest argument; key tells by what. | O menor item, ou o menor argumento; key diz por qual critério.
    next | The next item of an iterator; the default once there is none. | O próximo item de um iterador; o valor padrão se acabou.
    oct | An integer in base eight: '0o17'. | Um inteiro na base oito: '0o17'.
    open | Opens a file; with open(...) as f: closes it at the end. | Abre um arquivo; with open(...) as f: o fecha no fim.
    ord | The Unicode number of a character; chr is the way back. | O número Unicode de um caractere; chr é o caminho de volta.
    pow | base to the power of exp, modulo mod if that is given. | base elevada a exp, módulo mod se for dado.
    print | Writes values as text, sep between them and end behind. | Escreve valores como texto, com sep entre eles e end no fim.
    repr | An object as text, as a program would write it. | Um objeto como texto, como se escreve num programa.
    round | A number rounded to so many digits; halves go to the even side. | Um número arredondado a tantas casas; metades vão ao lado par.
    setattr | Gives an attribute a value by its name. | Dá um valor a um atributo pelo nome.
    sorted | A new list of the items in order; key tells by what, reverse turns it round. | Uma nova lista com os itens em ordem; key diz o critério, reverse inverte.
    sum | The sum of the items, beginning with start. | A soma dos itens, a partir de start.
    vars | An object's attributes as a dict, or the variables here. | Os atributos de um objeto num dict, ou as variáveis daqui.
    __import__ | What the import statement calls; use import. | O que o comando import chama; use import.
    bool | True or False: whether a value is true. | True ou False: se um valor vale.
    bytearray | A sequence of bytes that can be changed. | Uma sequência de bytes que pode mudar.
    bytes | A sequence of bytes. | Uma sequência de bytes.
    classmethod | Makes a method get the class in the place of an instance. | Faz um método receber a classe no lugar da instância.
    complex | A complex number. | Um número complexo.
    dict | Values found by their keys, in the order in which keys came. | Valores achados por suas chaves, na ordem em que chegaram.
    enumerate | Pairs of a running number and an item. | Pares de um número de ordem e um item.
    filter | The items for which a function gives a true value. | Os itens para os quais uma função dá um valor verdadeiro.
    float | A number with a fraction, in double precision. | Um número com fração, em precisão dupla.
    frozenset | A set that never changes. | Um conjunto que nunca muda.
    int | An integer of any size. | Um inteiro de qualquer tamanho.
    list | A sequence that can be changed. | Uma sequência que pode mudar.
    map | What a function gives for each item. | O que uma função dá para cada item.
    memoryview | A window on the bytes of another object. | Uma janela para os bytes de outro objeto.
    object | The class from which all others inherit. | A classe da qual todas as outras herdam.
    property | An attribute that a method computes. | Um atributo que um método calcula.
    range | Integers from start to stop, stop left out, step by step. | Inteiros de start até antes de stop, de step em step.
    reversed | The items from the last to the first. | Os itens do último ao primeiro.
    set | A collection without order in which each item is once. | Uma coleção sem ordem em que cada item está uma vez.
    slice | The part of a sequence that a[start:stop:step] means. | A parte de uma sequência que a[start:stop:step] indica.
    staticmethod | Makes a method get neither class nor instance. | Faz um método não receber nem classe nem instância.
    str | Text, or an object as text. | Texto, ou um objeto como texto.
    super | The next class in the order of inheritance, for this instance. | A próxima classe na ordem da herança, para esta instância.
    tuple | A sequence that never changes. | Uma sequência que nunca muda.
    type | The class of an object; with three arguments, a new class. | A classe de um objeto; com três argumentos, uma nova classe.
    zip | Tuples of the first items, the second ones and so on. | Tuplas dos primeiros itens, dos segundos e assim por diante.
    """
}
