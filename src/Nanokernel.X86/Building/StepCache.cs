using System.Security.Cryptography;
using System.Text;

namespace Nanokernel.X86.Building;

/// <summary>
/// Runs a step of the build only when something that it reads has changed. What a step read is remembered as a SHA-256 in a file beside
/// its output; a build from another version of this library starts afresh, and so does one in another folder, unless both have a folder in
/// common: there a copy of each output goes, under the name of its SHA-256, and is taken instead of running the step. Not thread-safe for one
/// output; the common folder is.
/// </summary>
/// <param name="folder">The folder of intermediate files; made when it is missing.</param>
/// <param name="common">The folder that this build has in common with others, which is there; null for none.</param>
internal sealed class StepCache(string folder, string? common = null)
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
        var key = KeyOf(Path.GetFileName(output), inputFiles, settings);
        var keyFile = output + ".key";
        if (File.Exists(output) && File.Exists(keyFile) && File.ReadAllText(keyFile) == key)
            return (true, false);

        File.Delete(keyFile);
        var shared = common is null ? null : Path.Combine(common, key);
        var mustRun = !File.Exists(shared);
        if (!mustRun)
            File.Copy(shared!, output, overwrite: true);
        else if (!run())
            return (false, true);
        else if (shared is not null)
            Share(output, shared);
        File.WriteAllText(keyFile, key);
        return (true, mustRun);
    }

    // Others see all of the copy or none of it.
    private static void Share(string output, string shared)
    {
        var copy = $"{shared}.{Guid.NewGuid():N}";
        File.Copy(output, copy);
        File.Move(copy, shared, overwrite: true);
    }

    private static string KeyOf(string outputName, IEnumerable<string> inputFiles, string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{ToolIdentity}\n{outputName}\n{settings}\n"));
        foreach (var file in inputFiles)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
