// Documentation of the methods and attributes of Python's own types, by `Type.name`.

extension Catalogue {
  static let types: StaticString = """
    str.capitalize | The text with a capital first letter and the rest small. | O texto com a primeira letra maiúscula e o resto minúsculo.
    str.casefold | The text for comparisons that do not care about case. | O texto para comparações que ignoram maiúsculas e minúsculas.
    str.center | The text in the middle of so many characters. | O texto no meio de tantos caracteres.
    str.count | How often a part occurs. | Quantas vezes uma parte ocorre.
    str.encode | The text as bytes, in UTF-8 or another encoding. | O texto como bytes, em UTF-8 ou outra codificação.
    str.endswith | Whether the text ends so. | Se o texto termina assim.
    str.expandtabs | The text with spaces in the place of tabs. | O texto com espaços no lugar das tabulações.
    str.find | Where a part begins; -1 where it does not occur. | Onde uma parte começa; -1 se não ocorre.
    str.format | The text with values in the place of its braces. | O texto com valores no lugar das chaves.
    str.format_map | As format, with the values in a dict. | Como format, com os valores num dict.
    str.index | Where a part begins; ValueError where it does not occur. | Onde uma parte começa; ValueError se não ocorre.
    str.isalnum | Whether all characters are letters or digits, and there are any. | Se todos os caracteres são letras ou dígitos, e há algum.
    str.isalpha | Whether all characters are letters, and there are any. | Se todos os caracteres são letras, e há algum.
    str.isascii | Whether every character is ASCII. | Se todo caractere é ASCII.
    str.isdecimal | Whether all characters are the digits of numbers, and there are any. | Se todos os caracteres são algarismos, e há algum.
    str.isdigit | Whether all characters are digits, and there are any. | Se todos os caracteres são dígitos, e há algum.
    str.isidentifier | Whether it could be the name of a variable. | Se poderia ser o nome de uma variável.
    str.islower | Whether no letter is a capital, and there are letters. | Se nenhuma letra é maiúscula, e há letras.
    str.isnumeric | Whether all characters stand for numbers, fractions too. | Se todos os caracteres representam números, frações também.
    str.isprintable | Whether every character can be shown. | Se todo caractere pode ser mostrado.
    str.isspace | Whether there is nothing but spaces and line ends. | Se só há espaços e fins de linha.
    str.istitle | Whether each word begins with its only capital. | Se cada palavra começa com sua única maiúscula.
    str.isupper | Whether every letter is a capital, and there are letters. | Se toda letra é maiúscula, e há letras.
    str.join | The texts put together, this one between them. | Os textos juntos, com este entre eles.
    str.ljust | The text filled up behind to so many characters. | O texto completado no fim até tantos caracteres.
    str.lower | The text in small letters. | O texto em minúsculas.
    str.lstrip | The text without the spaces at its beginning. | O texto sem os espaços do começo.
    str.maketrans | The table of replacements that translate takes. | A tabela de trocas que translate recebe.
    str.partition | What is before the first separator, the separator, and what is behind. | O que vem antes do primeiro separador, o separador e o que vem depois.
    str.removeprefix | The text without this beginning, if it has it. | O texto sem este começo, se o tem.
    str.removesuffix | The text without this end, if it has it. | O texto sem este fim, se o tem.
    str.replace | The text with another part in the place of one. | O texto com uma parte trocada por outra.
    str.rfind | Where a part begins for the last time; -1 where it does not occur. | Onde uma parte começa pela última vez; -1 se não ocorre.
    str.rindex | Where a part begins for the last time; ValueError where it does not occur. | Onde uma parte começa pela última vez; ValueError se não ocorre.
    str.rjust | The text filled up in front to so many characters. | O texto completado na frente até tantos caracteres.
    str.rpartition | The same at the last separator. | O mesmo no último separador.
    str.rsplit | As split, counted from the end. | Como split, contando do fim.
    str.rstrip | The text without the spaces at its end. | O texto sem os espaços do fim.
    str.split | The words, or the parts between separators. | As palavras, ou as partes entre separadores.
    str.splitlines | The lines. | As linhas.
    str.startswith | Whether the text begins so. | Se o texto começa assim.
    str.strip | The text without spaces at both ends. | O texto sem espaços nas pontas.
    str.swapcase | Capitals made small, and small letters capital. | Maiúsculas viram minúsculas, e minúsculas maiúsculas.
    str.title | Every word with a capital. | Cada palavra com maiúscula.
    str.translate | The text with characters replaced by a table. | O texto com caracteres trocados segundo uma tabela.
    str.upper | The text in capitals. | O texto em maiúsculas.
    str.zfill | The text with zeros in front, to so many characters. | O texto com zeros na frente, até tantos caracteres.
    bytes.decode | The bytes as text, from UTF-8 or another encoding. | Os bytes como texto, de UTF-8 ou outra codificação.
    bytes.fromhex | The bytes that a text of hexadecimal digits means. | Os bytes que um texto de dígitos hexadecimais indica.
    bytes.hex | Two hexadecimal digits for each byte. | Dois dígitos hexadecimais por byte.
    bytearray.append | Adds a byte at the end. | Acrescenta um byte no fim.
    bytearray.extend | Adds all bytes of another collection at the end. | Acrescenta no fim todos os bytes de outra coleção.
    bytearray.insert | Puts a byte before the one at this place. | Põe um byte antes do que está neste lugar.
    bytearray.pop | Removes and returns the last byte, or the one at a place. | Remove e devolve o último byte, ou o de um lugar.
    bytearray.remove | Removes the first byte of this value. | Remove o primeiro byte deste valor.
    bytearray.clear | Removes all bytes. | Remove todos os bytes.
    bytearray.reverse | Turns the order of the bytes round. | Inverte a ordem dos bytes.
    bytearray.copy | A new bytearray of the same bytes. | Um novo bytearray com os mesmos bytes.
    list.append | Adds an item at the end. | Acrescenta um item no fim.
    list.clear | Removes all items. | Remove todos os itens.
    list.copy | A new list of the same items. | Uma nova lista com os mesmos itens.
    list.count | How often an item occurs. | Quantas vezes um item ocorre.
    list.extend | Adds all items of another collection at the end. | Acrescenta no fim todos os itens de outra coleção.
    list.index | Where an item is; ValueError where it is not. | Onde está um item; ValueError se não está.
    list.insert | Puts an item before the one at this place. | Põe um item antes do que está neste lugar.
    list.pop | Removes and returns the last item, or the one at a place. | Remove e devolve o último item, ou o de um lugar.
    list.remove | Removes the first item equal to this one. | Remove o primeiro item igual a este.
    list.reverse | Turns the order of the items round. | Inverte a ordem dos itens.
    list.sort | Puts the items in order; key tells by what. | Põe os itens em ordem; key diz o critério.
    dict.clear | Removes all keys. | Remove todas as chaves.
    dict.copy | A new dict with the same keys and values. | Um novo dict com as mesmas chaves e valores.
    dict.fromkeys | A new dict with these keys, all with one value. | Um novo dict com estas chaves, todas com um só valor.
    dict.get | The value of a key, or the default where there is none. | O valor de uma chave, ou o padrão se não existe.
    dict.items | Pairs of key and value. | Pares de chave e valor.
    dict.keys | The keys. | As chaves.
    dict.pop | Removes a key and returns its value. | Remove uma chave e devolve seu valor.
    dict.popitem | Removes the key that came last and returns it with its value. | Remove a chave que chegou por último e a devolve com seu valor.
    dict.setdefault | The value of a key, which gets the default where there is none. | O valor de uma chave, que recebe o padrão se não existe.
    dict.update | Takes over the items of another dict. | Traz os itens de outro dict.
    dict.values | The values. | Os valores.
    set.add | Adds an item. | Acrescenta um item.
    set.clear | Removes all items. | Remove todos os itens.
    set.copy | A new set of the same items. | Um novo conjunto com os mesmos itens.
    set.difference | The items of this set that others lack. | Os itens deste conjunto que faltam nos outros.
    set.difference_update | Removes the items that others have. | Remove os itens que outros têm.
    set.discard | Removes an item, if it is there. | Remove um item, se estiver lá.
    set.intersection | The items that this set has in common with others. | Os itens que este conjunto tem em comum com outros.
    set.intersection_update | Keeps only the items that others have, too. | Mantém só os itens que outros também têm.
    set.isdisjoint | Whether the two have no item in common. | Se os dois não têm item em comum.
    set.issubset | Whether the other has all items of this set. | Se o outro tem todos os itens deste conjunto.
    set.issuperset | Whether this set has all items of the other. | Se este conjunto tem todos os itens do outro.
    set.pop | Removes some item and returns it. | Remove um item qualquer e o devolve.
    set.remove | Removes an item; KeyError where it is not there. | Remove um item; KeyError se não está lá.
    set.symmetric_difference | The items that only one of the two has. | Os itens que só um dos dois tem.
    set.symmetric_difference_update | Keeps the items that only one of the two has. | Mantém os itens que só um dos dois tem.
    set.union | The items of this set and of others. | Os itens deste conjunto e de outros.
    set.update | Adds the items of others. | Acrescenta os itens de outros.
    int.as_integer_ratio | The number as a fraction: itself and 1. | O número como fração: ele mesmo e 1.
    int.bit_count | How many bits are 1. | Quantos bits são 1.
    int.bit_length | How many bits it takes to write the number. | Quantos bits são precisos para escrever o número.
    int.conjugate | The number itself: it has no imaginary part. | O próprio número: não tem parte imaginária.
    int.denominator | 1: what is below an integer as a fraction. | 1: o que fica embaixo de um inteiro como fração.
    int.from_bytes | The number that bytes mean. | O número que os bytes indicam.
    int.imag | 0: there is no imaginary part. | 0: não há parte imaginária.
    int.is_integer | True: it is a whole number. | True: é um número inteiro.
    int.numerator | The number itself, above as a fraction. | O próprio número, em cima como fração.
    int.real | The number itself. | O próprio número.
    int.to_bytes | The number as so many bytes. | O número como tantos bytes.
    float.as_integer_ratio | Two integers whose quotient it is, exactly. | Dois inteiros dos quais é o quociente exato.
    float.conjugate | The number itself: it has no imaginary part. | O próprio número: não tem parte imaginária.
    float.fromhex | The number that hex wrote. | O número que hex escreveu.
    float.hex | The number in base sixteen, without loss. | O número em base dezesseis, sem perda.
    float.imag | 0.0: there is no imaginary part. | 0.0: não há parte imaginária.
    float.is_integer | Whether there is nothing behind the point. | Se não há nada depois do ponto.
    float.real | The number itself. | O próprio número.
    complex.conjugate | The number with the other sign of its imaginary part. | O número com o outro sinal na parte imaginária.
    complex.imag | The imaginary part. | A parte imaginária.
    complex.real | The real part. | A parte real.
    range.start | The first number. | O primeiro número.
    range.stop | The number before which it ends. | O número antes do qual termina.
    range.step | How far one number is from the next. | A distância de um número ao próximo.
    slice.start | Where it begins, or None. | Onde começa, ou None.
    slice.stop | Before what it ends, or None. | Antes de que termina, ou None.
    slice.step | How far it goes each time, or None. | Quanto avança a cada vez, ou None.
    slice.indices | start, stop and step for a sequence of this length. | start, stop e step para uma sequência deste comprimento.
    memoryview.c_contiguous | Whether the bytes lie one after the other, row by row. | Se os bytes estão em sequência, linha a linha.
    memoryview.cast | The same bytes as items of another format. | Os mesmos bytes como itens de outro formato.
    memoryview.contiguous | Whether the bytes lie one after the other. | Se os bytes estão em sequência.
    memoryview.f_contiguous | Whether the bytes lie one after the other, column by column. | Se os bytes estão em sequência, coluna a coluna.
    memoryview.format | The format of an item, as struct writes it. | O formato de um item, como em struct.
    memoryview.hex | Two hexadecimal digits for each byte. | Dois dígitos hexadecimais por byte.
    memoryview.itemsize | How many bytes an item has. | Quantos bytes tem um item.
    memoryview.nbytes | How many bytes there are. | Quantos bytes há.
    memoryview.ndim | How many dimensions there are. | Quantas dimensões há.
    memoryview.obj | The object whose bytes these are. | O objeto dono dos bytes.
    memoryview.readonly | Whether the bytes cannot be changed here. | Se os bytes não podem ser mudados por aqui.
    memoryview.release | Closes the window. | Fecha a janela.
    memoryview.shape | How many items there are in each dimension. | Quantos itens há em cada dimensão.
    memoryview.strides | How many bytes lead to the next item in each dimension. | Quantos bytes levam ao próximo item em cada dimensão.
    memoryview.suboffsets | Empty: no item lies behind a pointer. | Vazio: nenhum item está atrás de um ponteiro.
    memoryview.tobytes | A copy of the bytes. | Uma cópia dos bytes.
    memoryview.tolist | The items as a list. | Os itens numa lista.
    memoryview.toreadonly | The same bytes, which cannot be changed through it. | Os mesmos bytes, que não se podem mudar por ela.
    property.getter | The property with another function that reads it. | A propriedade com outra função que a lê.
    property.setter | The property with a function that writes it. | A propriedade com uma função que a escreve.
    property.deleter | The property with a function that deletes it. | A propriedade com uma função que a apaga.
    property.fget | The function that reads it. | A função que a lê.
    property.fset | The function that writes it, or None. | A função que a escreve, ou None.
    property.fdel | The function that deletes it, or None. | A função que a apaga, ou None.
    type.mro | The classes in which attributes are looked up, in order. | As classes em que se procuram atributos, em ordem.
    generator.send | Goes on and makes the yield inside give this value. | Continua, e o yield de dentro dá este valor.
    generator.throw | Goes on with an exception at the yield inside. | Continua com uma exceção no yield de dentro.
    generator.close | Ends the generator where it waits. | Encerra o gerador onde ele espera.
    BaseException.add_note | Adds a line that the traceback shows below the error. | Acrescenta uma linha que o traceback mostra abaixo do erro.
    BaseException.args | What the exception was made with. | Com que a exceção foi criada.
    BaseException.with_traceback | The exception with another traceback. | A exceção com outro traceback.
    BaseExceptionGroup.derive | A group like this of other exceptions. | Um grupo como este de outras exceções.
    BaseExceptionGroup.exceptions | The exceptions of the group. | As exceções do grupo.
    BaseExceptionGroup.message | The text of the group. | O texto do grupo.
    BaseExceptionGroup.split | Two groups: the exceptions that match, and the others. | Dois grupos: as exceções que servem, e as outras.
    BaseExceptionGroup.subgroup | The group of the exceptions that match. | O grupo das exceções que servem.
    AttributeError.name | The attribute that is missing. | O atributo que falta.
    AttributeError.obj | The object that lacks it. | O objeto em que falta.
    NameError.name | The name that is not known. | O nome que não é conhecido.
    ImportError.msg | What is wrong. | O que está errado.
    ImportError.name | The module that is missing. | O módulo que falta.
    ImportError.name_from | The name that the module lacks. | O nome que falta no módulo.
    ImportError.path | The file of the module. | O arquivo do módulo.
    OSError.errno | The system's number of the error. | O número do erro no sistema.
    OSError.filename | The file that it is about, or None. | O arquivo de que se trata, ou None.
    OSError.filename2 | The second file, where there are two. | O segundo arquivo, se há dois.
    OSError.strerror | The system's text of the error. | O texto do erro no sistema.
    StopIteration.value | What the generator returned. | O que o gerador devolveu.
    SystemExit.code | The status to leave with. | O estado com que sair.
    SyntaxError.filename | The file of the mistake. | O arquivo do erro.
    SyntaxError.lineno | The line of the mistake. | A linha do erro.
    SyntaxError.offset | The column of the mistake, from 1. | A coluna do erro, a partir de 1.
    SyntaxError.end_lineno | The line where it ends. | A linha onde ele termina.
    SyntaxError.end_offset | The column where it ends. | A coluna onde ele termina.
    SyntaxError.text | The source line. | A linha do programa.
    SyntaxError.msg | What is wrong. | O que está errado.
    SyntaxError.print_file_and_line | Unused. | Sem uso.
    UnicodeError.encoding | The encoding. | A codificação.
    UnicodeError.object | What was to be converted. | O que se queria converter.
    UnicodeError.reason | What is wrong. | O que está errado.
    UnicodeError.start | Where the wrong part begins. | Onde começa a parte errada.
    UnicodeError.end | Where the wrong part ends. | Onde termina a parte errada.
    IOBase.buffer | The bytes below the text. | Os bytes por baixo do texto.
    IOBase.close | Writes what waits and closes the file. | Grava o que espera e fecha o arquivo.
    IOBase.closed | Whether the file is closed. | Se o arquivo está fechado.
    IOBase.detach | Takes what is below and leaves this unusable. | Separa o que está por baixo e inutiliza este.
    IOBase.encoding | How text becomes bytes. | Como o texto vira bytes.
    IOBase.errors | What happens to text that cannot be converted. | O que acontece com texto que não se converte.
    IOBase.fileno | The number of the open file in the system. | O número do arquivo aberto no sistema.
    IOBase.flush | Writes what waits. | Grava o que espera.
    IOBase.getbuffer | A window on the bytes. | Uma janela para os bytes.
    IOBase.getvalue | All that has been written. | Tudo o que foi escrito.
    IOBase.isatty | Whether it is a terminal. | Se é um terminal.
    IOBase.line_buffering | Whether each line is written at once. | Se cada linha é gravada logo.
    IOBase.mode | How the file was opened. | Como o arquivo foi aberto.
    IOBase.name | The file's name. | O nome do arquivo.
    IOBase.newlines | The line ends that were read so far. | Os fins de linha lidos até agora.
    IOBase.peek | Bytes that come next, without taking them. | Os próximos bytes, sem tirá-los.
    IOBase.raw | The file without its buffer. | O arquivo sem seu buffer.
    IOBase.read | The rest of the file, or so much of it. | O resto do arquivo, ou tanto dele.
    IOBase.read1 | What one reading gives. | O que uma só leitura dá.
    IOBase.readable | Whether it can be read. | Se pode ser lido.
    IOBase.readall | The rest of the file. | O resto do arquivo.
    IOBase.readinto | Reads into a bytearray and says how much. | Lê para um bytearray e diz quanto.
    IOBase.readinto1 | The same with one reading. | O mesmo com uma só leitura.
    IOBase.readline | The next line with its end; empty at the end of the file. | A próxima linha com seu fim; vazia no fim do arquivo.
    IOBase.readlines | The lines that are left, as a list. | As linhas que restam, numa lista.
    IOBase.reconfigure | Changes encoding, buffering and the like. | Muda a codificação, o buffer e afins.
    IOBase.seek | Goes to a place in the file. | Vai a um lugar do arquivo.
    IOBase.seekable | Whether one can go to a place. | Se dá para ir a um lugar.
    IOBase.tell | The present place. | O lugar atual.
    IOBase.truncate | Cuts the file off here, or at a size. | Corta o arquivo aqui, ou num tamanho.
    IOBase.writable | Whether it can be written. | Se pode ser gravado.
    IOBase.write | Writes and says how much. | Grava e diz quanto.
    IOBase.write_through | Whether text is written at once. | Se o texto é gravado logo.
    IOBase.writelines | Writes texts one after the other. | Grava textos, um depois do outro.
    deque.append | Adds an item at the right end. | Acrescenta um item na ponta direita.
    deque.appendleft | Adds an item at the left end. | Acrescenta um item na ponta esquerda.
    deque.extend | Adds items at the right end. | Acrescenta itens na ponta direita.
    deque.extendleft | Adds items at the left end, one after the other. | Acrescenta itens na ponta esquerda, um após o outro.
    deque.maxlen | How many items fit, None for any number. | Quantos itens cabem, None se quantos forem.
    deque.pop | Removes and returns the item at the right end. | Remove e devolve o item da ponta direita.
    deque.popleft | Removes and returns the item at the left end. | Remove e devolve o item da ponta esquerda.
    deque.rotate | Moves n items from the right end to the left one. | Passa n itens da ponta direita para a esquerda.
    Counter.elements | Each item as often as it was counted. | Cada item tantas vezes quanto foi contado.
    Counter.most_common | The items that were counted most, with their counts. | Os itens mais contados, com suas contagens.
    Counter.subtract | Takes counts away. | Subtrai contagens.
    Counter.total | All counts together. | A soma das contagens.
    Counter.update | Counts more items. | Conta mais itens.
    Counter.fromkeys | Refused: Counter(iterable) counts. | Recusado: Counter(iterável) conta.
    OrderedDict.move_to_end | Moves a key to the end, or to the beginning. | Leva uma chave para o fim, ou para o começo.
    OrderedDict.popitem | Removes the last key, or the first, and returns it with its value. | Remove a última chave, ou a primeira, e a devolve com seu valor.
    ChainMap.new_child | A ChainMap with another dict in front. | Um ChainMap com mais um dict na frente.
    ChainMap.parents | A ChainMap without the first dict. | Um ChainMap sem o primeiro dict.
    partial.func | The function. | A função.
    partial.args | The arguments that it has already. | Os argumentos que já tem.
    partial.keywords | The keyword arguments that it has already. | Os argumentos nomeados que já tem.
    """
}
