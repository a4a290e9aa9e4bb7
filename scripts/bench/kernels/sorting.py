# Sorting with and without a key.
numbers = [(i * 7919) % 10007 for i in range(3000)]
numbers.sort()
sorted(numbers, key=lambda v: -v)
