using System.Security.Cryptography;
using System.Text;

namespace Nanokernel.X86.Building;

/// <summary>
/// Runs a step of the build only when something that it reads has changed. What a step read is remembered as a SHA-256 in a file beside
/// its output; a build in another folder, or from another version of this library, starts afresh. Not thread-safe for one output.
/// </summary>
/// <param name="folder">The folder of intermediate files; made when it is missing.</param>
internal sealed class StepCache(string folder)
{
    private static readonly string ToolIdentity = typeof(StepCache).Module.ModuleVersionId.ToString("N");

    /// <summary>The full path of an intermediate file.</summary>
    public string PathOf(string fileName)
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, fileName);
    }

    /// <summary>Makes <paramref name="output"/> unless it is there and was made from the same inputs.</summary>
    /// <param name="output">The file that the step writes.</param>
    /// <param name="inputFiles">The files that it reads.</param>
    /// <param name="settings">Everything else that decides what it writes.</param>
    /// <param name="run">The step; answers whether it succeeded.</param>
    /// <returns>Whether the output is there, and whether the step had to run.</returns>
    public (bool Succeeded, bool Ran) Run(string output, IEnumerable<string> inputFiles, string settings, Func<bool> run)
    {
        var key = KeyOf(inputFiles, settings);
        var keyFile = output + ".key";
        if (File.Exists(output) && File.Exists(keyFile) && File.ReadAllText(keyFile) == key)
            return (true, false);

        File.Delete(keyFile);
        if (!run())
            return (false, true);
        File.WriteAllText(keyFile, key);
        return (true, true);
    }

    private static string KeyOf(IEnumerable<string> inputFiles, string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{ToolIdentity}\n{settings}\n"));
        foreach (var file in inputFiles)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
