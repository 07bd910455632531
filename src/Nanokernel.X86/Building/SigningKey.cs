using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>The private half of the key that a system states with <see cref="SystemBuilder.WithImageKey"/>: what new images are signed with.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly RSA _key;

    private SigningKey(RSA key)
    {
        _key = key;
        Public = VerificationKey.Of(key);
    }

    /// <summary>The public half, which the signatures are checked with.</summary>
    internal VerificationKey Public { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="path">The PEM file.</param>
    /// <param name="passwordVariable">The environment variable with the password of an encrypted key, or null if there is none.</param>
    /// <param name="location">Where the path is declared, or null.</param>
    /// <param name="diagnostics">Takes NK2601, NK2602 and NK2603.</param>
    /// <param name="key">The key, of which the caller disposes.</param>
    /// <returns>Whether it was read.</returns>
    /// <exception cref="ArgumentNullException">There is no path, or nothing that takes findings.</exception>
    public static bool TryRead(
        string path, string? passwordVariable, SourceLocation? location, DiagnosticBag diagnostics, [NotNullWhen(true)] out SigningKey? key)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        key = null;
        var read = KeyFile.Read(path, passwordVariable, location, diagnostics);
        if (read is null)
            return false;
        if (KeyFile.IsPrivate(read))
        {
            key = new SigningKey(read);
            return true;
        }

        read.Dispose();
        diagnostics.Report(SigningRules.PrivateKeyNeeded, location, path);
        return false;
    }

    /// <summary>Signs bytes: RSASSA-PKCS1-v1_5 of RFC 8017, section 8.2.1, with SHA-256. The same bytes have the same signature.</summary>
    /// <returns>As many bytes as the modulus has, the highest first.</returns>
    internal byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The bytes of a signature.</summary>
    internal int SignatureBytes => _key.KeySize / 8;

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
