using System.Security.Cryptography;
using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>Makes a new key and writes both halves, each to a file of its own.</summary>
internal static class KeyPairFiles
{
    /// <summary>What the file of the public half has instead of the other's extension.</summary>
    public const string PublicExtension = ".pub.pem";

    /// <summary>Where the public half of a key goes.</summary>
    public static string PublicPathOf(string privatePath) => Path.ChangeExtension(privatePath, PublicExtension);

    /// <summary>Writes a new key. No file is overwritten, and only its owner reads the private half (where the system has such rights).</summary>
    /// <param name="privatePath">Where the private half goes, as PKCS #8 (RFC 5958) in PEM.</param>
    /// <param name="bits">The bits of the modulus.</param>
    /// <param name="diagnostics">Takes NK2604.</param>
    /// <returns>Whether both were written.</returns>
    public static bool TryWrite(string privatePath, int bits, DiagnosticBag diagnostics)
    {
        var publicPath = PublicPathOf(privatePath);
        foreach (var path in (string[])[privatePath, publicPath])
        {
            if (!Path.Exists(path))
                continue;
            diagnostics.Report(SigningRules.KeyNotWritten, null, path, "There is such a file, and a key that is overwritten is lost.");
            return false;
        }

        using var key = RSA.Create(bits);
        return TryWrite(privatePath, key.ExportPkcs8PrivateKeyPem(), isPrivate: true, diagnostics)
            && TryWrite(publicPath, key.ExportSubjectPublicKeyInfoPem(), isPrivate: false, diagnostics);
    }

    private static bool TryWrite(string path, string pem, bool isPrivate, DiagnosticBag diagnostics)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var writer = new StreamWriter(path, options);
            writer.Write(pem + "\n");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(SigningRules.KeyNotWritten, null, path, exception.Message);
            return false;
        }
    }
}
