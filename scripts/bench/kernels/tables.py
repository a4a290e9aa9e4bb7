# Dicts and sets.
counts = {}
seen = set()
for i in range(4000):
    key = "key" + str(i % 100)
    counts[key] = counts.get(key, 0) + 1
    if i % 50 not in seen:
        seen = seen | {i % 50}
