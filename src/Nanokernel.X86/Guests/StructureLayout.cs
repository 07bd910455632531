using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Nanokernel.X86.Guests;

/// <summary>Where .NET itself puts the fields of a structure.</summary>
internal static class StructureLayout
{
    private delegate int Measure();

    /// <summary>The bytes of a type.</summary>
    public static int SizeOf(Type type) => Run(code => code.Emit(OpCodes.Sizeof, type));

    /// <summary>The offset of an instance field: the distance of its address from that of the structure.</summary>
    public static int OffsetOf(FieldInfo field) => Run(code =>
    {
        var value = code.DeclareLocal(field.DeclaringType!);
        code.Emit(OpCodes.Ldloca, value);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Ldloca, value);
        code.Emit(OpCodes.Sub);
        code.Emit(OpCodes.Conv_I4);
    });

    private static int Run(Action<ILGenerator> write)
    {
        var method = new DynamicMethod("Measure", typeof(int), [], typeof(StructureLayout).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        write(code);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Measure>()();
    }
}
