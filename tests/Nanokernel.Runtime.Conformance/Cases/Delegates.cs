namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Delegates of each kind, closures, local functions, function pointers.</summary>
public static class Delegates
{
    private static int s_count;

    private delegate int Transform(int value);

    private delegate void Reference(ref int value);

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Transform doubled = static value => value * 2;
        Transform method = Square;
        var captured = Report.Opaque(10);
        Transform closure = value => value + captured;
        captured = 100;
        Report.Value("delegates.calls", doubled(3) + method(4) + closure(5));
        var worker = new Worker(7);
        Transform instance = worker.Scale;
        Transform virtualMethod = ((Worker)new FastWorker()).Speed;
        IWorker asInterface = new FastWorker();
        Transform interfaceMethod = asInterface.Work;
        IWorker secondInterface = worker;
        Transform secondInterfaceMethod = secondInterface.Work;
        Report.Value("delegates.instances", instance(3) + virtualMethod(4) + interfaceMethod(5) + secondInterfaceMethod(6));

        Action chain = Count;
        chain += Count;
        chain += () => s_count += 100;
        chain();
        Report.Value("delegates.multicast", s_count);
        chain = (chain - Count)!;
        chain();
        Report.Value("delegates.removed", s_count);
        Transform pair = doubled + closure;
        Report.Value("delegates.last-result", pair(1));
        Report.Value("delegates.equality", (new Transform(Square) == method) && (doubled != method) && pair.Equals(doubled + closure));
        Action? nothing = null;
        nothing += Count;
        nothing -= Count;
        Report.Value("delegates.nothing", nothing is null);

        Func<int, int, long> function = (a, b) => a * (long)b;
        Func<string> text = () => "text " + captured;
        Predicate<int> even = value => value % 2 == 0;
        Reference increment = (ref int value) => value++;
        var place = 41;
        increment(ref place);
        Report.Value("delegates.func", function(1 << 20, 1 << 20) + place);
        Report.Value("delegates.text", text());
        Report.Value("delegates.predicate", even(4) && !even(5));
        Func<Point, Point> move = point => new Point(point.X + 1, point.Y * 2);
        Report.Value("delegates.structs", move(new Point(1, 2)).Y);
        Report.Value("delegates.recursion", Factorial(10));
        Report.Value("delegates.curry", Adder(5)(6) + Compose(doubled, Square)(3));
        var actions = new Action[3];
        for (var i = 0; i < actions.Length; i++)
        {
            var number = i;
            actions[i] = () => s_count += number;
        }

        s_count = 0;
        foreach (var action in actions)
            action();
        Report.Value("delegates.loop", s_count);
        Func<object> covariant = () => "covariant";
        Report.Value("delegates.covariant", covariant().ToString());
        Pointers();

        static long Factorial(long n) => n <= 1 ? 1 : n * Factorial(n - 1);
    }

    private static unsafe void Pointers()
    {
        delegate*<int, int> pointer = &Square;
        delegate*<long, int, double, double> mixed = &Mixed;
        delegate*<int, int>[] table = [&Square, &Negate, &Square];
        Report.Value("pointers.call", pointer(9) + table[1](5));
        Report.Value("pointers.mixed", mixed(1L << 40, 3, 0.5));
    }

    private static int Square(int value) => value * value;

    private static int Negate(int value) => -value;

    private static double Mixed(long a, int b, double c) => a + b + c;

    private static void Count() => s_count++;

    private static Func<int, int> Adder(int a) => b => a + b;

    private static Transform Compose(Transform first, Transform second) => value => second(first(value));

    private interface IWorker
    {
        int Work(int value);
    }

    private readonly record struct Point(int X, int Y);

    private class Worker(int factor) : IWorker
    {
        public int Scale(int value) => value * factor;

        public virtual int Speed(int value) => value;

        public int Work(int value) => value + 1;
    }

    private sealed class FastWorker() : Worker(1), IWorker
    {
        public override int Speed(int value) => value * 1000;

        int IWorker.Work(int value) => value + 10_000;
    }
}
