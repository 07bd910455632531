using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class CreateKeyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(3072)]
    [InlineData(2048, "--bits", "2048")]
    public void It_writes_a_key_that_signs_and_its_public_half(int bits, params string[] options)
    {
        var path = _folder.File("plant.pem");
        var (exitCode, output, _) = Run(["create-key", path, .. options]);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                $"{path}: the private key, of {bits} bits. Whoever has it signs images: keep it out of the repository.",
                $"{_folder.File("plant.pub.pem")}: the public key. The system names it, and it goes into the repository.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var diagnostics = new DiagnosticBag();
        Assert.True(SigningKey.TryRead(path, null, null, diagnostics, out var key));
        using (key)
        {
            Assert.True(VerificationKey.TryParse(File.ReadAllText(_folder.File("plant.pub.pem")), "plant", null, diagnostics, out var verification));
            Assert.Equal(key.Public.Modulus, verification.Modulus);
            Assert.Equal(bits / 32, verification.Modulus.Count);
        }

        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", File.ReadAllText(_folder.File("plant.pub.pem")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_reads_the_private_half()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        var path = _folder.File("plant");
        Assert.Equal(0, Run("create-key", path, "--bits", "2048").ExitCode);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.True(File.Exists(_folder.File("plant.pub.pem")));
    }

    [Theory]
    [InlineData("plant.pem", "plant.pub.pem")]
    [InlineData("plant.pub.pem", "plant.pem")]
    public void It_overwrites_nothing(string there, string other)
    {
        File.WriteAllText(_folder.File(there), "precious");
        var (exitCode, output, _) = Run("create-key", _folder.File("plant.pem"), "--bits", "2048");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"nanokernel: error NK2604: The key '{_folder.File(there)}' is not written: There is such a file, and a key that is overwritten is lost. Choose another path.",
            output.Trim());
        Assert.Equal("precious", File.ReadAllText(_folder.File(there)));
        Assert.False(File.Exists(_folder.File(other)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder.Path, "absent", "plant.pem");
        var (exitCode, output, _) = Run("create-key", path, "--bits", "2048");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"nanokernel: error NK2604: The key '{path}' is not written: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1024")]
    [InlineData("2080")]
    [InlineData("many")]
    public void Other_sizes_are_refused_and_nothing_is_written(string bits)
    {
        var (exitCode, _, errors) = Run("create-key", _folder.File("plant.pem"), "--bits", bits);

        Assert.Equal(1, exitCode);
        Assert.Contains($"'{bits}'", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments) =>
        CommandLineRun.Of(SystemBuilder.Create("plant", Machines.Pc, "Plant.cs", 1), arguments);
}
