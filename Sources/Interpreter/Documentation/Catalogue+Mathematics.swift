// Documentation of `math`, `random` and `operator`.

extension Catalogue {
  static let mathematics: StaticString = """
    math | Functions of real numbers and of integers. | Funções de números reais e de inteiros.
    math.acos | The angle whose cosine is x, in radians. | O ângulo cujo cosseno é x, em radianos.
    math.acosh | The inverse hyperbolic cosine. | O cosseno hiperbólico inverso.
    math.asin | The angle whose sine is x, in radians. | O ângulo cujo seno é x, em radianos.
    math.asinh | The inverse hyperbolic sine. | O seno hiperbólico inverso.
    math.atan | The angle whose tangent is x, in radians. | O ângulo cuja tangente é x, em radianos.
    math.atan2 | The angle of the point (x, y), in radians. | O ângulo do ponto (x, y), em radianos.
    math.atanh | The inverse hyperbolic tangent. | A tangente hiperbólica inversa.
    math.cbrt | The cube root. | A raiz cúbica.
    math.ceil | The smallest integer that is not below x. | O menor inteiro que não é menor que x.
    math.comb | In how many ways k of n things can be chosen. | De quantos modos se escolhem k entre n coisas.
    math.copysign | The size of x with the sign of y. | O tamanho de x com o sinal de y.
    math.cos | The cosine of an angle in radians. | O cosseno de um ângulo em radianos.
    math.cosh | The hyperbolic cosine. | O cosseno hiperbólico.
    math.degrees | Radians as degrees. | Radianos em graus.
    math.dist | The distance between two points. | A distância entre dois pontos.
    math.erf | The error function. | A função erro.
    math.erfc | One minus the error function. | Um menos a função erro.
    math.exp | e to the power of x. | e elevado a x.
    math.exp2 | Two to the power of x. | Dois elevado a x.
    math.expm1 | exp(x) - 1, exact for small x. | exp(x) - 1, exato para x pequeno.
    math.fabs | The absolute value as a float. | O valor absoluto como float.
    math.factorial | The product of the integers from 1 to n. | O produto dos inteiros de 1 a n.
    math.floor | The largest integer that is not above x. | O maior inteiro que não é maior que x.
    math.fma | x * y + z, rounded once. | x * y + z, arredondado uma só vez.
    math.fmod | The remainder with the sign of x. | O resto com o sinal de x.
    math.frexp | x as a fraction and a power of two. | x como fração e potência de dois.
    math.fsum | The sum, as if it were rounded only at its end. | A soma, como se só arredondasse no fim.
    math.gamma | The gamma function. | A função gama.
    math.gcd | The greatest common divisor. | O máximo divisor comum.
    math.hypot | The length of the vector with these coordinates. | O comprimento do vetor com estas coordenadas.
    math.isclose | Whether two numbers are nearly equal. | Se dois números são quase iguais.
    math.isfinite | Whether x is neither infinite nor NaN. | Se x não é infinito nem NaN.
    math.isinf | Whether x is infinite. | Se x é infinito.
    math.isnan | Whether x is not a number. | Se x não é um número.
    math.isqrt | The integer part of the square root. | A parte inteira da raiz quadrada.
    math.lcm | The least common multiple. | O mínimo múltiplo comum.
    math.ldexp | x times two to the power of i. | x vezes dois elevado a i.
    math.lgamma | The logarithm of the gamma function's absolute value. | O logaritmo do valor absoluto da função gama.
    math.log | The natural logarithm, or the one to a base. | O logaritmo natural, ou o de uma base.
    math.log10 | The logarithm to base ten. | O logaritmo na base dez.
    math.log1p | log(1 + x), exact for small x. | log(1 + x), exato para x pequeno.
    math.log2 | The logarithm to base two. | O logaritmo na base dois.
    math.modf | The fraction and the integer part of x. | A fração e a parte inteira de x.
    math.nextafter | The next float from x towards y. | O próximo float de x em direção a y.
    math.perm | In how many ways k of n things can be arranged. | De quantos modos se arranjam k entre n coisas.
    math.pow | x to the power of y as a float. | x elevado a y como float.
    math.prod | The product of the items. | O produto dos itens.
    math.radians | Degrees as radians. | Graus em radianos.
    math.remainder | What is left of x to the nearest multiple of y. | O que falta de x ao múltiplo mais próximo de y.
    math.sin | The sine of an angle in radians. | O seno de um ângulo em radianos.
    math.sinh | The hyperbolic sine. | O seno hiperbólico.
    math.sqrt | The square root. | A raiz quadrada.
    math.sumprod | The sum of the products of items in pairs. | A soma dos produtos dos itens aos pares.
    math.tan | The tangent of an angle in radians. | A tangente de um ângulo em radianos.
    math.tanh | The hyperbolic tangent. | A tangente hiperbólica.
    math.trunc | The integer part. | A parte inteira.
    math.ulp | The distance from x to the next float. | A distância de x ao próximo float.
    random | Random numbers and choices; seed(n) makes them repeatable. | Números e escolhas ao acaso; seed(n) os torna repetíveis.
    random.Random | A source of random numbers of its own. | Uma fonte própria de números ao acaso.
    random.SystemRandom | Random numbers from the operating system. | Números ao acaso do sistema operacional.
    random.betavariate | A number of the beta distribution. | Um número da distribuição beta.
    random.binomialvariate | How many of n trials succeed with chance p. | Quantas de n tentativas dão certo com chance p.
    random.choice | One item, each as likely. | Um item, todos com a mesma chance.
    random.choices | k items, some perhaps repeated; weights change the odds. | k itens, talvez repetidos; weights muda as chances.
    random.expovariate | A number of the exponential distribution. | Um número da distribuição exponencial.
    random.gammavariate | A number of the gamma distribution. | Um número da distribuição gama.
    random.gauss | A number of the normal distribution. | Um número da distribuição normal.
    random.getrandbits | An integer of k random bits. | Um inteiro de k bits ao acaso.
    random.getstate | What setstate needs to go on from here. | O que setstate precisa para continuar daqui.
    random.lognormvariate | A number whose logarithm is normally distributed. | Um número cujo logaritmo é normal.
    random.normalvariate | A number of the normal distribution. | Um número da distribuição normal.
    random.paretovariate | A number of the Pareto distribution. | Um número da distribuição de Pareto.
    random.randbytes | n random bytes. | n bytes ao acaso.
    random.randint | An integer from a to b, both included. | Um inteiro de a até b, inclusive.
    random.random | A float from 0 to below 1. | Um float de 0 até antes de 1.
    random.randrange | An item of range(start, stop, step). | Um item de range(start, stop, step).
    random.sample | k different items. | k itens diferentes.
    random.seed | Begins the sequence anew, as the seed says. | Recomeça a sequência, conforme a semente.
    random.setstate | Goes on from what getstate gave. | Continua do que getstate deu.
    random.shuffle | Brings the items of a list into random order. | Embaralha os itens de uma lista.
    random.triangular | A number between low and high, most likely near mode. | Um número entre low e high, mais provável perto de mode.
    random.uniform | A float between a and b. | Um float entre a e b.
    random.vonmisesvariate | An angle of the von Mises distribution. | Um ângulo da distribuição de von Mises.
    random.weibullvariate | A number of the Weibull distribution. | Um número da distribuição de Weibull.
    operator | The operators as functions. | Os operadores como funções.
    operator.abs | abs(a) | abs(a)
    operator.add | a + b | a + b
    operator.and_ | a & b | a & b
    operator.attrgetter | A function that reads these attributes. | Uma função que lê estes atributos.
    operator.call | obj(*args, **kwargs) | obj(*args, **kwargs)
    operator.concat | a + b of sequences | a + b de sequências
    operator.contains | b in a | b in a
    operator.countOf | How often b occurs in a. | Quantas vezes b ocorre em a.
    operator.delitem | del a[b] | del a[b]
    operator.eq | a == b | a == b
    operator.floordiv | a // b | a // b
    operator.ge | a >= b | a >= b
    operator.getitem | a[b] | a[b]
    operator.gt | a > b | a > b
    operator.iadd | a += b | a += b
    operator.iand | a &= b | a &= b
    operator.iconcat | a += b of sequences | a += b de sequências
    operator.ifloordiv | a //= b | a //= b
    operator.ilshift | a <<= b | a <<= b
    operator.imatmul | a @= b | a @= b
    operator.imod | a %= b | a %= b
    operator.imul | a *= b | a *= b
    operator.index | a as an index | a como índice
    operator.indexOf | Where b is in a. | Onde b está em a.
    operator.inv | ~a | ~a
    operator.invert | ~a | ~a
    operator.ior | The operator "or" that changes a. | O operador "ou" que muda a.
    operator.ipow | a **= b | a **= b
    operator.irshift | a >>= b | a >>= b
    operator.is_ | a is b | a is b
    operator.is_none | a is None | a is None
    operator.is_not | a is not b | a is not b
    operator.is_not_none | a is not None | a is not None
    operator.isub | a -= b | a -= b
    operator.itemgetter | A function that reads these items. | Uma função que lê estes itens.
    operator.itruediv | a /= b | a /= b
    operator.ixor | a ^= b | a ^= b
    operator.le | a <= b | a <= b
    operator.length_hint | How many items there are, as far as that is known. | Quantos itens há, até onde se sabe.
    operator.lshift | a << b | a << b
    operator.lt | a < b | a < b
    operator.matmul | a @ b | a @ b
    operator.methodcaller | A function that calls this method. | Uma função que chama este método.
    operator.mod | a % b | a % b
    operator.mul | a * b | a * b
    operator.ne | a != b | a != b
    operator.neg | -a | -a
    operator.not_ | not a | not a
    operator.or_ | The operator "or" of bits and sets. | O operador "ou" de bits e conjuntos.
    operator.pos | +a | +a
    operator.pow | a ** b | a ** b
    operator.rshift | a >> b | a >> b
    operator.setitem | a[b] = c | a[b] = c
    operator.sub | a - b | a - b
    operator.truediv | a / b | a / b
    operator.truth | bool(a) | bool(a)
    operator.xor | a ^ b | a ^ b
    """
}
