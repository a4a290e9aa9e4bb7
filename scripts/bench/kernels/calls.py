# Calls of functions, with defaults, keywords and cells.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


fib(15)
step = counter()
for i in range(3000):
    step()
    step(2)
    step(by=3)
