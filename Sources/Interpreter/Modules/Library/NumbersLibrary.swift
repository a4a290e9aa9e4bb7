// The module `numbers`.

enum NumbersLibrary {
  static let source: StaticString = #"""
    from abc import ABC as _ABC, abstractmethod as _abstract

    __all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


    class Number(_ABC):
        __slots__ = ()
        __hash__ = None


    def _demand(names):
        """What a class body has for methods that its subclasses must write."""
        def missing(self, *operands):
            raise NotImplementedError
        return {name: _abstract(lambda self, *operands: missing(self)) for name in names.split()}


    class Complex(Number):
        __slots__ = ()
        vars().update(_demand('__complex__ __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ '
                              '__pow__ __rpow__ __abs__ conjugate __eq__ real imag'))

        def __bool__(self):
            return self != 0

        def __sub__(self, other):
            return self + -other

        def __rsub__(self, other):
            return -self + other


    class Real(Complex):
        __slots__ = ()
        vars().update(_demand('__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ '
                              '__rmod__ __lt__ __le__'))

        def __divmod__(self, other):
            return self // other, self % other

        def __rdivmod__(self, other):
            return other // self, other % self

        def __complex__(self):
            return complex(float(self))

        real = property(lambda self: +self)
        imag = property(lambda self: 0)

        def conjugate(self):
            return +self


    class Rational(Real):
        __slots__ = ()
        vars().update(_demand('numerator denominator'))

        def __float__(self):
            return int(self.numerator) / int(self.denominator)


    class Integral(Rational):
        __slots__ = ()
        vars().update(_demand('__int__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ '
                              '__or__ __ror__ __invert__'))

        def __index__(self):
            return int(self)

        def __float__(self):
            return float(int(self))

        numerator = property(lambda self: +self)
        denominator = property(lambda self: 1)


    Complex.register(complex)
    Real.register(float)
    Integral.register(int)
    """#
}
