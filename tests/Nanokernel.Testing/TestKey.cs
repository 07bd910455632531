using System.Security.Cryptography;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.Testing;

/// <summary>Keys that new images are signed with.</summary>
public static class TestKey
{
    /// <summary>A key, by way of a file as a user has it.</summary>
    public static SigningKey Of(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
            return Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The key in a file.</summary>
    public static SigningKey Read(string path)
    {
        var diagnostics = new DiagnosticBag();
        return SigningKey.TryRead(path, passwordVariable: null, location: null, diagnostics, out var key)
            ? key
            : throw new InvalidOperationException(string.Join(Environment.NewLine, diagnostics));
    }
}
