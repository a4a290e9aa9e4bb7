# Lists: subscripts, comprehensions, sieve.
def sieve(n):
    flags = [True] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if flags[i]:
            count += 1
            j = i * i
            while j <= n:
                flags[j] = False
                j += i
    return count


sieve(4000)
for turn in range(60):
    squares = [i * i for i in range(100) if i % 2 == 0]
    squares[turn % 50] += 1
    sum(squares)
