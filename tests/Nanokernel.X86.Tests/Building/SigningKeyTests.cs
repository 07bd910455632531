using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.Tests.Building;

public sealed class SigningKeyTests : IDisposable
{
    private const string PasswordVariable = "NANOKERNEL_TESTS_OF_KEYS";
    private static readonly RSA Key = RSA.Create(2080);
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000);

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = new();

    public static TheoryData<string> Pems =>
    [
        Key.ExportSubjectPublicKeyInfoPem(),
        Key.ExportRSAPublicKeyPem(),
        Key.ExportPkcs8PrivateKeyPem(),
        Key.ExportRSAPrivateKeyPem(),
        Key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", Encryption),
        "What stands before a key is for people.\n\n" + Key.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\r\n"),
    ];

    public static TheoryData<string> PrivatePems =>
    [
        Key.ExportPkcs8PrivateKeyPem(),
        Key.ExportRSAPrivateKeyPem(),
        Key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", Encryption),
    ];

    [Theory]
    [MemberData(nameof(Pems))]
    public void The_public_half_of_every_form_is_the_modulus_with_its_lowest_word_first(string pem)
    {
        using var password = new Variable("open sesame");
        using var read = KeyFile.Read(Write(pem), PasswordVariable, null, _diagnostics);
        Assert.NotNull(read);
        var key = VerificationKey.Of(read);

        var modulus = new BigInteger(Key.ExportParameters(includePrivateParameters: false).Modulus, isUnsigned: true, isBigEndian: true);
        Assert.Equal(2080 / 32, key.Modulus.Count);
        Assert.Equal(modulus, new BigInteger(MemoryMarshal.AsBytes(key.Modulus.ToArray().AsSpan()), isUnsigned: true));
        Assert.Empty(_diagnostics);
    }

    [Theory]
    [MemberData(nameof(PrivatePems))]
    public void A_private_key_signs(string pem)
    {
        using var password = new Variable("open sesame");
        Assert.True(SigningKey.TryRead(Write(pem), PasswordVariable, null, _diagnostics, out var key));

        using (key)
        {
            var signature = key.Sign("an image"u8);
            Assert.Equal(2080 / 8, signature.Length);
            Assert.True(Key.VerifyData("an image"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            Assert.Equal(signature, key.Sign("an image"u8));
            Assert.Equal(new BigInteger(Key.ExportParameters(includePrivateParameters: false).Modulus, isUnsigned: true, isBigEndian: true),
                new BigInteger(MemoryMarshal.AsBytes(key.Public.Modulus.ToArray().AsSpan()), isUnsigned: true));
        }

        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_public_key_does_not_sign()
    {
        var path = Write(Key.ExportSubjectPublicKeyInfoPem());
        Assert.False(SigningKey.TryRead(path, null, new SourceLocation("Plant.cs", 7), _diagnostics, out _));
        AssertReported(
            $"Plant.cs(7): error NK2603: The key '{path}' is a public one, and only a private one signs. Give the path of the private key that belongs to it.");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_with_its_declaration()
    {
        Assert.Null(KeyFile.Read(_folder.File("absent.pem"), null, new SourceLocation("Plant.cs", 7), _diagnostics));
        var message = Assert.Single(_diagnostics).ToString();
        Assert.StartsWith($"Plant.cs(7): error NK2601: The key '{_folder.File("absent.pem")}' cannot be read: ", message, StringComparison.Ordinal);
        Assert.EndsWith(" Give a PEM file with one RSA key, or its text; the command create-key writes such files.", message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "", "it is no PEM file." },
        { "a key", "it is no PEM file." },
        { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "it does not hold one whole RSA key." },
        { "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n", "it does not hold one whole RSA key." },
        { Key.ExportSubjectPublicKeyInfoPem() + "\n" + Key.ExportSubjectPublicKeyInfoPem(), "it does not hold one whole RSA key." },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_file_without_a_key_says_so(string text, string reason)
    {
        Assert.Null(KeyFile.Read(Write(text), null, null, _diagnostics));
        AssertNotReadable(reason);
    }

    [Theory]
    [InlineData(null, null, "it is encrypted, and no environment variable with its password is named.")]
    [InlineData(PasswordVariable, null, $"it is encrypted, and the environment variable '{PasswordVariable}' with its password is not set.")]
    [InlineData(PasswordVariable, "close sesame", $"the password in '{PasswordVariable}' does not open an RSA key in it.")]
    public void An_encrypted_key_that_nothing_opens_says_so(string? variable, string? value, string reason)
    {
        using var password = new Variable(value);
        Assert.False(SigningKey.TryRead(Write(Key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", Encryption)), variable, null, _diagnostics, out _));
        AssertNotReadable(reason);
    }

    public static TheoryData<string, string> Unsupported()
    {
        using var small = RSA.Create(1024);
        using var odd = RSA.Create(2056);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var otherExponent = RSA.Create();
        otherExponent.ImportParameters(new RSAParameters { Modulus = Key.ExportParameters(includePrivateParameters: false).Modulus, Exponent = [3] });
        return new()
        {
            { small.ExportSubjectPublicKeyInfoPem(), "an RSA key of 1024 bits with the exponent 65537" },
            { odd.ExportPkcs8PrivateKeyPem(), "an RSA key of 2056 bits with the exponent 65537" },
            { otherExponent.ExportSubjectPublicKeyInfoPem(), "an RSA key of 2080 bits with the exponent 3" },
            { curve.ExportSubjectPublicKeyInfoPem(), "no RSA key" },
            { curve.ExportPkcs8PrivateKeyPem(), "no RSA key" },
            { curve.ExportECPrivateKeyPem(), "no RSA key" },
        };
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void A_key_that_the_kernel_cannot_use_is_refused_with_what_it_is(string pem, string what)
    {
        var path = Write(pem);
        Assert.Null(KeyFile.Read(path, null, null, _diagnostics));
        AssertReported(
            $"nanokernel: error NK2602: The key '{path}' is {what}. The kernel checks signatures of RSA keys of 2048 to 4096 bits, in steps of 32, with the "
            + "exponent 65537: make one with the command create-key.");
    }

    [Fact]
    public void Keys_that_openssl_makes_are_read()
    {
        var (path, old) = (_folder.File("plant.pem"), _folder.File("old.pem"));
        Assert.SkipWhen(Tool.Run("openssl", _folder.Path, "genrsa", "-out", path, "2048") is null, "openssl is not installed.");
        Tool.Run("openssl", _folder.Path, "rsa", "-in", path, "-traditional", "-out", old);

        Assert.All((string[])[path, old], file =>
        {
            Assert.True(SigningKey.TryRead(file, null, null, _diagnostics, out var key));
            key.Dispose();
        });
        Assert.Empty(_diagnostics);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertNotReadable(string reason) => AssertReported(
        $"nanokernel: error NK2601: The key '{_folder.File("key.pem")}' cannot be read: {reason} Give a PEM file with one RSA key, or its text; the command create-key writes such files.");

    private void AssertReported(string message) => Assert.Equal(message, Assert.Single(_diagnostics).ToString());

    private string Write(string text)
    {
        var path = _folder.File("key.pem");
        File.WriteAllText(path, text);
        return path;
    }

    // The tests of one class run one after the other, and no other class knows this variable.
    private sealed class Variable : IDisposable
    {
        public Variable(string? value) => Environment.SetEnvironmentVariable(PasswordVariable, value);

        public void Dispose() => Environment.SetEnvironmentVariable(PasswordVariable, null);
    }
}
