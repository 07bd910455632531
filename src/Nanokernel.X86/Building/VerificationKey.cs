using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>What the kernel checks signatures with: the public half of a key.</summary>
internal sealed class VerificationKey
{
    private VerificationKey(RSA key)
    {
        var modulus = key.ExportParameters(includePrivateParameters: false).Modulus!;
        Array.Reverse(modulus);
        Modulus = MemoryMarshal.Cast<byte, uint>(modulus).ToArray();
    }

    /// <summary>The modulus as the kernel has it, the lowest word first; the highest bit of the last word is one.</summary>
    public IReadOnlyList<uint> Modulus { get; }

    /// <summary>Reads the key that a system states, which has to be a public one: whoever reads the system's source could sign otherwise.</summary>
    /// <param name="text">The text of a PEM file.</param>
    /// <param name="system">The system's name.</param>
    /// <param name="location">Where it is stated, or null.</param>
    /// <param name="diagnostics">Takes NK2601, NK2602 and NK2606.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was read.</returns>
    public static bool TryParse(
        string text, string system, SourceLocation? location, DiagnosticBag diagnostics, [NotNullWhen(true)] out VerificationKey? key)
    {
        using var read = KeyFile.Parse(text, $"image key of system {system}", passwordVariable: null, location, diagnostics);
        key = null;
        if (read is null)
            return false;
        if (KeyFile.IsPrivate(read))
        {
            diagnostics.Report(SigningRules.PrivateKeyStated, location, system);
            return false;
        }

        key = new VerificationKey(read);
        return true;
    }

    /// <summary>The public half of a key that signs.</summary>
    internal static VerificationKey Of(RSA key) => new(key);
}
