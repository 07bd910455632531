using System.Numerics;
using System.Security.Cryptography;
using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>
/// Reads a key from a PEM file of RFC 7468: public as <c>PUBLIC KEY</c> (section 13) or <c>RSA PUBLIC KEY</c> (RFC 8017, appendix A.1.1), private
/// as <c>PRIVATE KEY</c> (section 10), <c>ENCRYPTED PRIVATE KEY</c> (section 11) or <c>RSA PRIVATE KEY</c> (RFC 8017, appendix A.1.2).
/// </summary>
internal static class KeyFile
{
    private const int MinimumBits = 2048;
    private const int MaximumBits = 4096;
    private const int StepBits = 32;
    private const int Exponent = 65537;

    // rsaEncryption of RFC 8017, appendix A.1, as DER has it: 1.2.840.113549.1.1.1.
    private static ReadOnlySpan<byte> RsaIdentifier => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];

    /// <summary>Reads a key that the kernel can use from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passwordVariable">The environment variable with the password of an encrypted private key, or null if there is none.</param>
    /// <param name="location">Where the path is declared, or null.</param>
    /// <param name="diagnostics">Takes NK2601 and NK2602.</param>
    /// <returns>The key, of which the caller disposes; null where there were errors.</returns>
    public static RSA? Read(string path, string? passwordVariable, SourceLocation? location, DiagnosticBag diagnostics)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, passwordVariable, location, diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(SigningRules.KeyNotReadable, location, path, exception.Message);
            return null;
        }
    }

    /// <summary>Reads a key that the kernel can use from the text of such a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What findings call it.</param>
    /// <param name="passwordVariable">The environment variable with the password of an encrypted private key, or null if there is none.</param>
    /// <param name="location">Where the key is declared, or null.</param>
    /// <param name="diagnostics">Takes NK2601 and NK2602.</param>
    /// <returns>The key, of which the caller disposes; null where there were errors.</returns>
    public static RSA? Parse(string text, string name, string? passwordVariable, SourceLocation? location, DiagnosticBag diagnostics)
    {
        var key = RSA.Create();
        if (TryImport(key, text, name, passwordVariable, location, diagnostics) && IsSupported(key, name, location, diagnostics))
            return key;
        key.Dispose();
        return null;
    }

    /// <summary>Whether a key has its private half.</summary>
    public static bool IsPrivate(RSA key)
    {
        try
        {
            CryptographicOperations.ZeroMemory(key.ExportParameters(includePrivateParameters: true).D);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool TryImport(RSA key, string text, string name, string? passwordVariable, SourceLocation? location, DiagnosticBag diagnostics)
    {
        if (!PemEncoding.TryFind(text, out var fields))
        {
            diagnostics.Report(SigningRules.KeyNotReadable, location, name, "it is no PEM file.");
            return false;
        }

        var isEncrypted = text[fields.Label] == "ENCRYPTED PRIVATE KEY";
        var password = passwordVariable is null ? null : Environment.GetEnvironmentVariable(passwordVariable);
        if (isEncrypted && password is null)
        {
            diagnostics.Report(SigningRules.KeyNotReadable, location, name, passwordVariable is null
                ? "it is encrypted, and no environment variable with its password is named."
                : $"it is encrypted, and the environment variable '{passwordVariable}' with its password is not set.");
            return false;
        }

        try
        {
            if (isEncrypted)
                key.ImportFromEncryptedPem(text, password);
            else
                key.ImportFromPem(text);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            if (isEncrypted)
                diagnostics.Report(SigningRules.KeyNotReadable, location, name, $"the password in '{passwordVariable}' does not open an RSA key in it.");
            else if (IsOtherKey(text, fields))
                diagnostics.Report(SigningRules.KeyNotSupported, location, name, "no RSA key");
            else
                diagnostics.Report(SigningRules.KeyNotReadable, location, name, "it does not hold one whole RSA key.");
            return false;
        }
    }

    // A key, but of another algorithm than RSA.
    private static bool IsOtherKey(string text, PemFields fields) => text[fields.Label] switch
    {
        "PUBLIC KEY" or "PRIVATE KEY" => Convert.FromBase64String(text[fields.Base64Data]).AsSpan().IndexOf(RsaIdentifier) < 0,
        "EC PRIVATE KEY" or "DSA PRIVATE KEY" => true,
        _ => false,
    };

    private static bool IsSupported(RSA key, string name, SourceLocation? location, DiagnosticBag diagnostics)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var modulus = new BigInteger(parameters.Modulus, isUnsigned: true, isBigEndian: true);
        var exponent = new BigInteger(parameters.Exponent, isUnsigned: true, isBigEndian: true);
        var bits = (int)modulus.GetBitLength();
        if (bits is >= MinimumBits and <= MaximumBits && bits % StepBits == 0 && exponent == Exponent && !modulus.IsEven)
            return true;
        diagnostics.Report(
            SigningRules.KeyNotSupported, location,
            name, $"an RSA key of {bits} bits with the exponent {exponent}{(modulus.IsEven ? " and an even modulus" : "")}");
        return false;
    }
}
