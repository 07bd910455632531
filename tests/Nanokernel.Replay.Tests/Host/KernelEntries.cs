using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime;

namespace Nanokernel.Kernel.Simulation;

/// <summary>Enters the kernel by the names that its stubs use. In a partition the linker does this.</summary>
internal static unsafe class KernelEntries
{
    private static readonly Dictionary<string, nint> Entries = typeof(KernelEntries).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Select(method => (Method: method, Export: method.GetCustomAttribute<RuntimeExportAttribute>()))
        .Where(entry => entry.Export is not null)
        .ToDictionary(entry => entry.Export!.Entry, entry => entry.Method.MethodHandle.GetFunctionPointer());

    public static void Timer() => ((delegate*<Context*>)Entries["nk_timer_interrupt"])();

    public static void Edge(uint line, int owner) => ((delegate*<uint, int, Context*>)Entries["nk_edge_interrupt"])(line, owner);

    public static void Level(uint line, int owner) => ((delegate*<uint, int, Context*>)Entries["nk_level_interrupt"])(line, owner);

    public static void Yield() => ((delegate*<Context*>)Entries["nk_serve_yield"])();

    public static void Wait(uint low, uint high) => ((delegate*<uint, uint, Context*>)Entries["nk_serve_wait"])(low, high);

    public static void SetTimer(uint low, uint high) => ((delegate*<uint, uint, Context*>)Entries["nk_serve_set_timer"])(low, high);

    public static void Notify(uint end, uint peers) => ((delegate*<uint, uint, Context*>)Entries["nk_serve_notify"])(end, peers);

    public static void Unmask(uint line) => ((delegate*<uint, Context*>)Entries["nk_serve_unmask_interrupt"])(line);

    public static void Mask(uint line) => ((delegate*<uint, Context*>)Entries["nk_serve_mask_interrupt"])(line);

    public static void AcquireLock(uint low, uint high) => ((delegate*<uint, uint, Context*>)Entries["nk_serve_acquire_lock"])(low, high);

    public static void ReleaseLock(uint end) => ((delegate*<uint, Context*>)Entries["nk_serve_release_lock"])(end);

    public static void Exit(uint exitCode) => ((delegate*<uint, Context*>)Entries["nk_serve_exit"])(exitCode);

    public static void Other() => ((delegate*<Context*>)Entries["nk_serve_unknown"])();
}
