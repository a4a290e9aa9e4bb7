# Generators and generator expressions.
def numbers(n):
    for i in range(n):
        yield i


for turn in range(40):
    sum(i for i in numbers(100) if i % 5)
