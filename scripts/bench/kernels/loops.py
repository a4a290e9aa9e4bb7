# Loops and arithmetic on locals.
def run(n):
    total = 0
    i = 0
    while i < n:
        total = total + i % 7
        i += 1
    for k in range(n):
        if k % 3 == 0:
            total += k
    x = 0.5
    for k in range(n):
        x = x * x + 0.25 * k - x
        if x > 4.0:
            x = 0.5
    return total


run(20000)
