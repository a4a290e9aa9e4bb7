# Instances: construction, attributes, methods, super.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy * 0.5
        return self


class Named(Point):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


for i in range(2000):
    point = Named(1.0, 2.0, "p")
    point.move(0.5, i).move(1.5, 2)
    if point.x is not point.y:
        point.x = point.y
