// Documentation of `itertools`, `functools`, `collections`, `heapq`, `bisect`, `copy`, `json`, `re`, `string`, `textwrap`.

extension Catalogue {
  static let tools: StaticString = """
    itertools | Ways to go through items, made one at a time. | Modos de percorrer itens, feitos um por vez.
    itertools.accumulate | Running sums, or what another function makes of them. | Somas parciais, ou o que outra função faz delas.
    itertools.batched | Tuples of n items each, the last perhaps shorter. | Tuplas de n itens, a última talvez mais curta.
    itertools.chain | The items of several collections one after the other. | Os itens de várias coleções, uma depois da outra.
    itertools.combinations | Every choice of r items, in order. | Cada escolha de r itens, em ordem.
    itertools.combinations_with_replacement | Every choice of r items, some perhaps repeated. | Cada escolha de r itens, talvez repetidos.
    itertools.compress | The items whose selector is true. | Os itens cujo seletor vale.
    itertools.count | start, start + step and so on without end. | start, start + step e assim por diante, sem fim.
    itertools.cycle | The items again and again. | Os itens de novo e de novo.
    itertools.dropwhile | The items from the first for which the function is false. | Os itens a partir do primeiro em que a função é falsa.
    itertools.filterfalse | The items for which the function is false. | Os itens para os quais a função é falsa.
    itertools.groupby | Neighbours with the same key, together. | Vizinhos com a mesma chave, juntos.
    itertools.islice | A slice of what comes. | Uma fatia do que vem.
    itertools.pairwise | Each item with the next. | Cada item com o próximo.
    itertools.permutations | Every arrangement of r items. | Cada arranjo de r itens.
    itertools.product | Every combination of an item of each. | Cada combinação de um item de cada.
    itertools.repeat | The same object, so many times or without end. | O mesmo objeto, tantas vezes ou sem fim.
    itertools.starmap | The function called with each tuple as arguments. | A função chamada com cada tupla como argumentos.
    itertools.takewhile | The items until the function is false. | Os itens até que a função seja falsa.
    itertools.tee | n independent ways through the same items. | n percursos independentes dos mesmos itens.
    itertools.zip_longest | As zip, to the end of the longest. | Como zip, até o fim do mais longo.
    functools | Functions that make functions. | Funções que fazem funções.
    functools.cache | Remembers a function's results. | Lembra os resultados de uma função.
    functools.cached_property | A property that is computed once. | Uma propriedade calculada uma só vez.
    functools.cmp_to_key | A key for sorting, of a function that compares two. | Uma chave de ordenação a partir de uma função que compara dois.
    functools.lru_cache | Remembers the last results of a function. | Lembra os últimos resultados de uma função.
    functools.partial | A function with some arguments already given. | Uma função com alguns argumentos já dados.
    functools.partialmethod | A method with some arguments already given. | Um método com alguns argumentos já dados.
    functools.reduce | Folds the items from the left to one value. | Reduz os itens, da esquerda, a um valor.
    functools.singledispatch | A function that depends on its first argument's type. | Uma função que depende do tipo do primeiro argumento.
    functools.singledispatchmethod | The same for methods. | O mesmo para métodos.
    functools.total_ordering | Fills in the comparisons that a class lacks. | Completa as comparações que faltam numa classe.
    functools.update_wrapper | Gives a wrapper the looks of what it wraps. | Dá a um invólucro a aparência do que ele envolve.
    functools.wraps | The same as a decorator. | O mesmo como decorador.
    collections | More kinds of containers. | Mais tipos de coleção.
    collections.ChainMap | Several dicts, looked through one after the other. | Vários dicts, consultados um depois do outro.
    collections.Counter | A dict that counts. | Um dict que conta.
    collections.OrderedDict | A dict whose order can be changed. | Um dict cuja ordem pode mudar.
    collections.UserDict | A dict to inherit from. | Um dict para herdar.
    collections.UserList | A list to inherit from. | Uma lista para herdar.
    collections.UserString | A str to inherit from. | Um str para herdar.
    collections.defaultdict | A dict that makes values for keys it lacks. | Um dict que faz valores para chaves que faltam.
    collections.deque | A list that is quick at both ends. | Uma lista rápida nas duas pontas.
    collections.namedtuple | A class of tuples whose items have names. | Uma classe de tuplas cujos itens têm nome.
    heapq | A list whose smallest item is always first. | Uma lista cujo menor item é sempre o primeiro.
    heapq.heapify | Makes a list a heap. | Faz de uma lista um heap.
    heapq.heappop | Takes the smallest item. | Tira o menor item.
    heapq.heappush | Adds an item. | Acrescenta um item.
    heapq.heappushpop | Adds an item and takes the smallest. | Acrescenta um item e tira o menor.
    heapq.heapreplace | Takes the smallest item and adds another. | Tira o menor item e acrescenta outro.
    heapq.merge | The items of sorted collections, sorted. | Os itens de coleções ordenadas, em ordem.
    heapq.nlargest | The n largest items. | Os n maiores itens.
    heapq.nsmallest | The n smallest items. | Os n menores itens.
    bisect | Places in sorted lists. | Lugares em listas ordenadas.
    bisect.bisect | The place behind all items that are not larger. | O lugar depois de todos os itens que não são maiores.
    bisect.bisect_left | The place before all items that are not smaller. | O lugar antes de todos os itens que não são menores.
    bisect.bisect_right | The place behind all items that are not larger. | O lugar depois de todos os itens que não são maiores.
    bisect.insort | Inserts an item where it belongs, behind equal ones. | Insere um item em seu lugar, depois dos iguais.
    bisect.insort_left | Inserts an item where it belongs, before equal ones. | Insere um item em seu lugar, antes dos iguais.
    bisect.insort_right | Inserts an item where it belongs, behind equal ones. | Insere um item em seu lugar, depois dos iguais.
    copy | Copies of objects. | Cópias de objetos.
    copy.copy | A copy that shares its items with the original. | Uma cópia que divide seus itens com o original.
    copy.deepcopy | A copy with copies of all that is in it. | Uma cópia com cópias de tudo que está nela.
    copy.replace | A copy with other values of some fields. | Uma cópia com outros valores em alguns campos.
    json | Values as JSON text and back. | Valores como texto JSON e de volta.
    json.JSONDecoder | Reads JSON text. | Lê texto JSON.
    json.JSONEncoder | Writes JSON text. | Escreve texto JSON.
    json.dump | Writes a value to a file as JSON. | Escreve um valor num arquivo como JSON.
    json.dumps | A value as JSON text. | Um valor como texto JSON.
    json.load | Reads a value from a JSON file. | Lê um valor de um arquivo JSON.
    json.loads | The value of a JSON text. | O valor de um texto JSON.
    json.detect_encoding | The encoding of JSON bytes. | A codificação de bytes JSON.
    re | Patterns of text (regular expressions). | Padrões de texto (expressões regulares).
    re.compile | A pattern to be used often. | Um padrão para usar muitas vezes.
    re.escape | The text as a pattern that matches just itself. | O texto como um padrão que casa só com ele.
    re.findall | All places where the pattern matches, as texts. | Todos os lugares em que o padrão casa, como textos.
    re.finditer | All places where the pattern matches, as matches. | Todos os lugares em que o padrão casa, como Match.
    re.fullmatch | Whether the whole text matches. | Se o texto inteiro casa.
    re.match | Whether the text begins with a match. | Se o texto começa com um casamento.
    re.purge | Forgets compiled patterns. | Esquece padrões compilados.
    re.search | The first place where the pattern matches. | O primeiro lugar em que o padrão casa.
    re.split | The parts between matches. | As partes entre os casamentos.
    re.sub | The text with something else for each match. | O texto com outra coisa no lugar de cada casamento.
    re.subn | The same, with how many there were. | O mesmo, com quantos houve.
    re.template | As compile. | Como compile.
    string | Characters by kind, and templates. | Caracteres por tipo, e modelos.
    string.capwords | Every word with a capital. | Cada palavra com maiúscula.
    string.Formatter | What str.format does, to be changed. | O que str.format faz, para mudar.
    string.Template | A text with $names to fill in. | Um texto com $nomes a preencher.
    textwrap | Paragraphs of a given width. | Parágrafos de uma certa largura.
    textwrap.TextWrapper | What wrap and fill do, with its settings kept. | O que wrap e fill fazem, com as opções guardadas.
    textwrap.dedent | The text without the indentation common to all lines. | O texto sem a indentação comum a todas as linhas.
    textwrap.fill | The text in lines of at most so many columns. | O texto em linhas de no máximo tantas colunas.
    textwrap.indent | The text with something before each line. | O texto com algo antes de cada linha.
    textwrap.shorten | The text cut to so many columns. | O texto cortado em tantas colunas.
    textwrap.wrap | Lines of at most so many columns. | Linhas de no máximo tantas colunas.
    """
}
