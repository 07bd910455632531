namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Interface calls with several implementations, default and static abstract members, variance, constraints.</summary>
public static class Interfaces
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        IShape[] shapes = [new Square(3), new Rectangle(2, 5), new Circle(), new Cube(4), new Square(1)];
        for (var round = 0; round < 2; round++)
        {
            var area = 0;
            foreach (var shape in shapes)
                area += shape.Area + (shape.Sides * 100) + shape.Scale(round + 1);
            Report.Value("interfaces.dispatch", area);
        }

        Report.Value("interfaces.default", ((IShape)new Circle()).Label() + ((IShape)new Square(2)).Label());
        IShape boxed = new Dot();
        Report.Value("interfaces.boxed-struct", boxed.Area + boxed.Scale(3));
        Report.Value("interfaces.constrained", AreaOf(new Dot()) + AreaOf(new Square(5)));
        Report.Value("interfaces.static-abstract", CornersOf<Triangle>() + (CornersOf<Hexagon>() * 10));
        Report.Value("interfaces.generic-math", Total<Vector>([new Vector(1, 2), new Vector(3, 4), new Vector(5, 6)]).X);
        IProducer<object> producer = new StringProducer();
        Report.Value("interfaces.covariance", producer.Produce().ToString());
        IConsumer<string> consumer = new ObjectConsumer();
        Report.Value("interfaces.contravariance", consumer.Consume("abc"));
        IExplicit one = new Explicit();
        IOther other = new Explicit();
        Report.Value("interfaces.explicit", (one.Get() * 10) + other.Get());
        IComparable<int> comparable = Report.Opaque(5);
        Report.Value("interfaces.primitive", comparable.CompareTo(3));
        using (IDisposable disposable = new Closing())
            Report.Value("interfaces.open", Closing.Closed);
        Report.Value("interfaces.closed", Closing.Closed);
        IShape derived = new Cube(2);
        Report.Value("interfaces.override", derived.Area + ((Square)derived).Area);
        Report.Value("interfaces.generic-virtual-class", new Holder<string>("x").Show() + new Holder<int>(5).Show());
    }

    private interface IShape
    {
        int Area { get; }

        int Sides => 4;

        int Scale(int factor) => Area * factor;

        string Label() => "shape";
    }

    private interface ICorners
    {
        static abstract int Corners { get; }

        static virtual int Twice() => 2;
    }

    private interface IAddable<TSelf>
        where TSelf : IAddable<TSelf>
    {
        static abstract TSelf Zero { get; }

        static abstract TSelf operator +(TSelf left, TSelf right);
    }

    private interface IProducer<out T>
    {
        T Produce();
    }

    private interface IConsumer<in T>
    {
        int Consume(T value);
    }

    private interface IExplicit
    {
        int Get();
    }

    private interface IOther
    {
        int Get();
    }

    private static int AreaOf<T>(T shape)
        where T : IShape => shape.Area;

    private static int CornersOf<T>()
        where T : ICorners => T.Corners + T.Twice();

    private static T Total<T>(ReadOnlySpan<T> values)
        where T : IAddable<T>
    {
        var total = T.Zero;
        foreach (var value in values)
            total += value;
        return total;
    }

    private class Square(int side) : IShape
    {
        public virtual int Area => side * side;

        public string Label() => "square";
    }

    private sealed class Cube(int side) : Square(side)
    {
        public override int Area => base.Area * 6;
    }

    private sealed class Rectangle(int width, int height) : IShape
    {
        public int Area => width * height;

        public int Scale(int factor) => -factor;
    }

    private sealed class Circle : IShape
    {
        public int Area => 314;

        public int Sides => 0;
    }

    private struct Dot : IShape
    {
        public readonly int Area => 1;
    }

    private readonly struct Triangle : ICorners
    {
        public static int Corners => 3;
    }

    private readonly struct Hexagon : ICorners
    {
        public static int Corners => 6;

        public static int Twice() => 12;
    }

    private readonly record struct Vector(int X, int Y) : IAddable<Vector>
    {
        public static Vector Zero => default;

        public static Vector operator +(Vector left, Vector right) => new(left.X + right.X, left.Y + right.Y);
    }

    private sealed class StringProducer : IProducer<string>
    {
        public string Produce() => "produced";
    }

    private sealed class ObjectConsumer : IConsumer<object>
    {
        public int Consume(object value) => value is string text ? text.Length : -1;
    }

    private sealed class Explicit : IExplicit, IOther
    {
        int IExplicit.Get() => 1;

        int IOther.Get() => 2;
    }

    private sealed class Closing : IDisposable
    {
        public static bool Closed { get; private set; }

        public void Dispose() => Closed = true;
    }

    private abstract class Holder
    {
        public abstract string? Show();
    }

    private sealed class Holder<T>(T value) : Holder
    {
        public override string? Show() => value?.ToString();
    }
}
