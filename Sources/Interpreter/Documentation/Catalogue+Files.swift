// Documentation of the modules about bytes, files and numbers that scripts use beside processes.

extension Catalogue {
  static let files: StaticString = """
    argparse | Reads the arguments of a program and writes its help. | Lê os argumentos de um programa e escreve sua ajuda.
    argparse.ArgumentParser | Knows the arguments: add_argument(...), then parse_args(). | Conhece os argumentos: add_argument(...), depois parse_args().
    array | Arrays of numbers of one C type, in this process alone. | Vetores de números de um tipo C, só neste processo.
    array.array | A compact list of numbers of one type. | Uma lista compacta de números de um tipo.
    base64 | Bytes as printable text. | Bytes como texto imprimível.
    base64.b64decode | The bytes of a base 64 text. | Os bytes de um texto em base 64.
    base64.b64encode | Bytes as base 64. | Bytes em base 64.
    base64.b32decode | The bytes of a base 32 text. | Os bytes de um texto em base 32.
    base64.b32encode | Bytes as base 32. | Bytes em base 32.
    base64.b16decode | The bytes of a text of hexadecimal digits. | Os bytes de um texto de dígitos hexadecimais.
    base64.b16encode | Bytes as hexadecimal digits. | Bytes em dígitos hexadecimais.
    base64.urlsafe_b64decode | The bytes of a base 64 text for addresses. | Os bytes de um texto em base 64 para endereços.
    base64.urlsafe_b64encode | Bytes as base 64 for addresses. | Bytes em base 64 para endereços.
    binascii | Bytes as text and back, and checksums. | Bytes como texto e de volta, e somas de verificação.
    binascii.a2b_base64 | The bytes of a base 64 text. | Os bytes de um texto em base 64.
    binascii.a2b_hex | The bytes of hexadecimal digits. | Os bytes de dígitos hexadecimais.
    binascii.b2a_base64 | Bytes as a line of base 64. | Bytes como uma linha em base 64.
    binascii.b2a_hex | Bytes as hexadecimal digits. | Bytes em dígitos hexadecimais.
    binascii.crc32 | A checksum of 32 bits. | Uma soma de verificação de 32 bits.
    binascii.crc_hqx | A checksum of 16 bits. | Uma soma de verificação de 16 bits.
    binascii.hexlify | Bytes as hexadecimal digits. | Bytes em dígitos hexadecimais.
    binascii.unhexlify | The bytes of hexadecimal digits. | Os bytes de dígitos hexadecimais.
    collections.abc | What containers can do, as classes to test with isinstance. | O que coleções sabem fazer, como classes para isinstance.
    fnmatch | Names that fit patterns like *.txt. | Nomes que casam com padrões como *.txt.
    fnmatch.filter | The names that fit. | Os nomes que casam.
    fnmatch.fnmatch | Whether a name fits. | Se um nome casa.
    fnmatch.fnmatchcase | Whether a name fits, capitals and all. | Se um nome casa, maiúsculas e tudo.
    fnmatch.translate | The pattern as a regular expression. | O padrão como expressão regular.
    fractions | Exact fractions. | Frações exatas.
    fractions.Fraction | A fraction of two integers. | Uma fração de dois inteiros.
    glob | Files whose names fit patterns. | Arquivos cujos nomes casam com padrões.
    glob.escape | The path as a pattern that fits just itself. | O caminho como padrão que casa só com ele.
    glob.glob | The files that fit, in a list. | Os arquivos que casam, numa lista.
    glob.iglob | The files that fit, one by one. | Os arquivos que casam, um a um.
    hashlib | Fingerprints of bytes. | Impressões digitais de bytes.
    hashlib.md5 | The MD5 fingerprint, which is not safe. | A impressão MD5, que não é segura.
    hashlib.new | A fingerprint by its name. | Uma impressão pelo nome.
    hashlib.sha1 | The SHA-1 fingerprint, which is not safe. | A impressão SHA-1, que não é segura.
    hashlib.sha256 | The SHA-256 fingerprint. | A impressão SHA-256.
    hashlib.sha512 | The SHA-512 fingerprint. | A impressão SHA-512.
    hmac | Fingerprints that only those who know a key can make. | Impressões que só quem sabe a chave faz.
    hmac.compare_digest | Whether two are equal, in a time that tells nothing. | Se duas são iguais, num tempo que nada revela.
    hmac.digest | The fingerprint of a message with a key. | A impressão de uma mensagem com uma chave.
    hmac.new | A fingerprint with a key, to be fed. | Uma impressão com chave, a ser alimentada.
    keyword | The words that no name may be. | As palavras que nenhum nome pode ser.
    keyword.iskeyword | Whether a text is such a word. | Se um texto é uma delas.
    numbers | Kinds of numbers, as classes to test with isinstance. | Tipos de números, como classes para isinstance.
    secrets | Random values that nobody can guess. | Valores ao acaso que ninguém adivinha.
    secrets.choice | One item, each as likely. | Um item, todos com a mesma chance.
    secrets.randbelow | An integer below n. | Um inteiro menor que n.
    secrets.token_bytes | Random bytes. | Bytes ao acaso.
    secrets.token_hex | Random hexadecimal digits. | Dígitos hexadecimais ao acaso.
    secrets.token_urlsafe | Random text for addresses. | Texto ao acaso para endereços.
    shutil | Copies and moves files and whole folders. | Copia e move arquivos e pastas inteiras.
    shutil.copy | Copies a file with its permissions. | Copia um arquivo com suas permissões.
    shutil.copyfile | Copies a file's contents. | Copia o conteúdo de um arquivo.
    shutil.copytree | Copies a folder and all in it. | Copia uma pasta e tudo nela.
    shutil.disk_usage | How much room a disk has. | Quanto espaço um disco tem.
    shutil.move | Moves a file or folder. | Move um arquivo ou pasta.
    shutil.rmtree | Deletes a folder and all in it. | Apaga uma pasta e tudo nela.
    shutil.which | Where a program is. | Onde está um programa.
    stat | What the numbers in a file's mode mean. | O que os números no modo de um arquivo querem dizer.
    statistics | Means, spreads and other measures of data. | Médias, dispersões e outras medidas de dados.
    statistics.fmean | The mean as a float, quickly. | A média como float, depressa.
    statistics.mean | The mean. | A média.
    statistics.median | The middle of the sorted data. | O meio dos dados em ordem.
    statistics.mode | The value that occurs most often. | O valor que ocorre mais vezes.
    statistics.multimode | All values that occur most often. | Todos os valores que ocorrem mais vezes.
    statistics.pstdev | The standard deviation of a whole population. | O desvio padrão de uma população inteira.
    statistics.pvariance | The variance of a whole population. | A variância de uma população inteira.
    statistics.quantiles | The values that cut the data into n equal parts. | Os valores que cortam os dados em n partes iguais.
    statistics.stdev | The standard deviation of a sample. | O desvio padrão de uma amostra.
    statistics.variance | The variance of a sample. | A variância de uma amostra.
    struct | Numbers as bytes in C's layouts. | Números como bytes nos formatos de C.
    struct.Struct | A layout to be used often. | Um formato para usar muitas vezes.
    struct.calcsize | How many bytes a layout takes. | Quantos bytes um formato ocupa.
    struct.iter_unpack | The values of one layout after the other. | Os valores de um formato depois do outro.
    struct.pack | Values as bytes. | Valores como bytes.
    struct.pack_into | Values written into a buffer. | Valores escritos num buffer.
    struct.unpack | The values of bytes. | Os valores de bytes.
    struct.unpack_from | The values at a place in a buffer. | Os valores num lugar de um buffer.
    tempfile | Files and folders for a while. | Arquivos e pastas por um tempo.
    tempfile.NamedTemporaryFile | A file that goes when it is closed. | Um arquivo que some quando é fechado.
    tempfile.TemporaryDirectory | A folder that goes at the end of the block. | Uma pasta que some no fim do bloco.
    tempfile.gettempdir | The folder for such files. | A pasta desses arquivos.
    tempfile.mkdtemp | A new folder. | Uma nova pasta.
    tempfile.mkstemp | A new file: its descriptor and path. | Um novo arquivo: descritor e caminho.
    uuid | Names that nobody else gives. | Nomes que mais ninguém dá.
    uuid.UUID | Such a name. | Um desses nomes.
    uuid.uuid4 | A new random name. | Um novo nome ao acaso.
    uuid.uuid5 | The name of a text in a space of names. | O nome de um texto num espaço de nomes.
    """
}
