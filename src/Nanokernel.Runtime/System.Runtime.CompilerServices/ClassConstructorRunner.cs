namespace System.Runtime.CompilerServices;

// Runs a class constructor before the first use of the class. The compiler calls these by name.
internal static unsafe class ClassConstructorRunner
{
    internal static object? CheckStaticClassConstructionReturnGCStaticBase(ref StaticClassConstructionContext context, object? gcStaticBase)
    {
        Run(ref context);
        return gcStaticBase;
    }

    internal static nint CheckStaticClassConstructionReturnNonGCStaticBase(ref StaticClassConstructionContext context, nint nonGcStaticBase)
    {
        Run(ref context);
        return nonGcStaticBase;
    }

    internal static void CheckStaticClassConstruction(ref StaticClassConstructionContext context) => Run(ref context);

    // The address is cleared first: a constructor that uses its own class sees it as it is.
    private static void Run(ref StaticClassConstructionContext context)
    {
        nint constructor = context.cctorMethodAddress;
        if (constructor == 0)
            return;
        context.cctorMethodAddress = 0;
        ((delegate*<void>)constructor)();
    }
}
