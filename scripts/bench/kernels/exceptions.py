# Raising and handling.
def check(i):
    if i % 2:
        raise ValueError("odd")


caught = 0
for i in range(2000):
    try:
        check(i)
    except ValueError as error:
        caught += len(error.args)
