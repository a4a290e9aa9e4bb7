# Strings: formatting, joining, splitting.
lines = []
for i in range(1500):
    lines.append(f"{i:05d};name-{i % 97};{i * 0.5:.2f}")
    lines.append("item {} of {}".format(i, 1500))
text = ",".join(lines)
fields = text.split(",")
