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

    // One key, as "openssl genrsa" of OpenSSL 3.0 writes it, and as "openssl rsa -traditional" does. Nothing is signed with it.
    [Theory]
    [InlineData("""
        -----BEGIN PRIVATE KEY-----
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCsqIJmg+Jlv9Ah
        tbiF00nDICwzmhqbHC5meX1oeC6IOmgappAnjd4phgbi86s7zNpWxDjSST/7gKHT
        yAns1V0jR+upCBO7e7azZie+puZ7NI65ocTrwWb9P06VEa4vkblZegk9N6nQXQLt
        N06VWp7JYP27aGhTsifQmSJXCk5NjZoFK5sPJxD2Utb8JPLrBQMWrFS+KoqJ8qh+
        VUVc6B6Ep0FRWuF7z8ItosUd4TX1OhdpIZ8VrCIez9fwBVVFllYtsNkkrBllyJan
        cJakXM9CvI4g4xKxkH42+M3KNbs/0TrXE4veuSJUssgNahqHQZh7diEsUtwRyk3a
        ZpWvRErZAgMBAAECggEABuWPmTxhEZMTuMJTVcEmsU0lMYXRKetPwoHNgRv1MTWI
        DVx5kKLpl2YGULrOrGEBQwsBLAvcquqsoX2G6/dqiitoHe830+WGsEF/NUM3HKpw
        8w2jrzkhUzIGrQyw6lnbT1grwKQVu+rN4Eo1G4vW9jtSF1IoggNb9MimfFc/NnjF
        1InMr1CZR9ipwuacOOuT1Uryv2smK1rIXS+wjZoO341qoGc2CMcGfhQ2Rcm2X4bB
        mQDkp80/Kd+cHvBe4LNAdoGu6giKda8aLPInOjQ3/P//GhvXFpx3rLbB5WmNCgBR
        140o6F/yz4or5vXZPYbx/AxUFeam81BGc0MrJJP7AwKBgQDm/7rhjp8DnReIbgd8
        YUK6Nlftyk3AeuWs525e79ibtM0QtFFVwRTF4tL/VKnQYL3a0cz8wDdCzAlMKGFc
        llYg5qw3iYdytO0jrEG5GVg3c35eVuUP0V1q1ygKvtRT4IJYPSWCE3X3NyeYy4i7
        zWquYa9Od2/BgFw1/ul5xciXowKBgQC/WFaC28JCy+3xnXK9qWGX/EU1QVr++sOJ
        a/dvmRaSFs3E7kjjRQReDniS83rS9+CCTo8Qm0GRdC1O8v7JwR4YhJh/qvDWyCyc
        6ZTHcKLQ5eIKnkTj6de+ZIQdoYsdx5VPUxziUNN5IybwPA22/okjFK1eO0sq72KL
        XGXgbl5rUwKBgBvyirCpabGtOuClt0AkIEeZNZAubrO/6rO9mEviJsnH2RuRRVnj
        r1i1taNwoc71NWMZCPz3YHgzaViOdiEWizsVzXY2rG2DWEF9oMH9QAANeBd/2dzN
        DslTWKPcLKItQnfchgIzyozrXl4NGfDmzGZmqSgMKTg3CHD781FpTXiTAoGBAICI
        H3zBkAl8oTZXFDdQ60zD2d1/LFfxLJ5IFysww5eYl9p8UhvQRbHEuLvFsDC872O4
        z6NRF0dUqgbJddsizUuc7i98LVGpn0Y8JYOfJs96TE/jptUORK0RKioZVLDJW4Ow
        icuAjb1mnoZrYK8W5hnZjueonsKVkTWZ+Jk8qlIfAoGBANScDcfr8ec6YrKwW+7O
        2Vvf8NmgYSXVJ+FqAaS2uaYyLO8H14+lFScb9NBoQCuvYSpE4cJYSQBgV1OIEugY
        gF2O4lax4lVRiQSJg15a/snCjVLvMiWKrZCjZJnusD8qxEbIjEdJpzmLwOSipDjg
        TbiZH4zzhuE5uNuL/J7cV4NZ
        -----END PRIVATE KEY-----
        """)]
    [InlineData("""
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpAIBAAKCAQEArKiCZoPiZb/QIbW4hdNJwyAsM5oamxwuZnl9aHguiDpoGqaQ
        J43eKYYG4vOrO8zaVsQ40kk/+4Ch08gJ7NVdI0frqQgTu3u2s2YnvqbmezSOuaHE
        68Fm/T9OlRGuL5G5WXoJPTep0F0C7TdOlVqeyWD9u2hoU7In0JkiVwpOTY2aBSub
        DycQ9lLW/CTy6wUDFqxUviqKifKoflVFXOgehKdBUVrhe8/CLaLFHeE19ToXaSGf
        FawiHs/X8AVVRZZWLbDZJKwZZciWp3CWpFzPQryOIOMSsZB+NvjNyjW7P9E61xOL
        3rkiVLLIDWoah0GYe3YhLFLcEcpN2maVr0RK2QIDAQABAoIBAAblj5k8YRGTE7jC
        U1XBJrFNJTGF0SnrT8KBzYEb9TE1iA1ceZCi6ZdmBlC6zqxhAUMLASwL3KrqrKF9
        huv3aooraB3vN9PlhrBBfzVDNxyqcPMNo685IVMyBq0MsOpZ209YK8CkFbvqzeBK
        NRuL1vY7UhdSKIIDW/TIpnxXPzZ4xdSJzK9QmUfYqcLmnDjrk9VK8r9rJitayF0v
        sI2aDt+NaqBnNgjHBn4UNkXJtl+GwZkA5KfNPynfnB7wXuCzQHaBruoIinWvGizy
        Jzo0N/z//xob1xacd6y2weVpjQoAUdeNKOhf8s+KK+b12T2G8fwMVBXmpvNQRnND
        KyST+wMCgYEA5v+64Y6fA50XiG4HfGFCujZX7cpNwHrlrOduXu/Ym7TNELRRVcEU
        xeLS/1Sp0GC92tHM/MA3QswJTChhXJZWIOasN4mHcrTtI6xBuRlYN3N+XlblD9Fd
        atcoCr7UU+CCWD0lghN19zcnmMuIu81qrmGvTndvwYBcNf7pecXIl6MCgYEAv1hW
        gtvCQsvt8Z1yvalhl/xFNUFa/vrDiWv3b5kWkhbNxO5I40UEXg54kvN60vfggk6P
        EJtBkXQtTvL+ycEeGISYf6rw1sgsnOmUx3Ci0OXiCp5E4+nXvmSEHaGLHceVT1Mc
        4lDTeSMm8DwNtv6JIxStXjtLKu9ii1xl4G5ea1MCgYAb8oqwqWmxrTrgpbdAJCBH
        mTWQLm6zv+qzvZhL4ibJx9kbkUVZ469YtbWjcKHO9TVjGQj892B4M2lYjnYhFos7
        Fc12Nqxtg1hBfaDB/UAADXgXf9nczQ7JU1ij3CyiLUJ33IYCM8qM615eDRnw5sxm
        ZqkoDCk4Nwhw+/NRaU14kwKBgQCAiB98wZAJfKE2VxQ3UOtMw9ndfyxX8SyeSBcr
        MMOXmJfafFIb0EWxxLi7xbAwvO9juM+jURdHVKoGyXXbIs1LnO4vfC1RqZ9GPCWD
        nybPekxP46bVDkStESoqGVSwyVuDsInLgI29Zp6Ga2CvFuYZ2Y7nqJ7ClZE1mfiZ
        PKpSHwKBgQDUnA3H6/HnOmKysFvuztlb3/DZoGEl1SfhagGktrmmMizvB9ePpRUn
        G/TQaEArr2EqROHCWEkAYFdTiBLoGIBdjuJWseJVUYkEiYNeWv7Jwo1S7zIliq2Q
        o2SZ7rA/KsRGyIxHSac5i8DkoqQ44E24mR+M84bhObjbi/ye3FeDWQ==
        -----END RSA PRIVATE KEY-----
        """)]
    public void Keys_that_openssl_has_made_are_read(string pem)
    {
        Assert.True(SigningKey.TryRead(Write(pem), null, null, _diagnostics, out var key));
        using (key)
            Assert.Equal((64, 0xAF44_4AD9u), (key.Public.Modulus.Count, key.Public.Modulus[0]));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_system_that_states_a_private_key_is_told_so_and_not_what_it_is()
    {
        Assert.False(VerificationKey.TryParse(Key.ExportPkcs8PrivateKeyPem(), "plant", new SourceLocation("Plant.cs", 2), _diagnostics, out _));
        AssertReported(
            "Plant.cs(2): error NK2606: System 'plant' states a private key for new images, and whoever reads its source could sign. State the public key, which "
            + "create-key writes beside it; if anybody has read this one, make another.");
    }

    [Fact]
    public void What_a_systems_key_lacks_is_found_together_with_all_else()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, "Plant.cs", 1).WithImageKey("no key", "Plant.cs", 2);

        Assert.False(CheckedDeclaration.TryRead(system, _diagnostics, out _));
        Assert.Equal(["NK0004", "NK0812", "NK2601"], _diagnostics.Select(diagnostic => diagnostic.Rule.Id).Order(StringComparer.Ordinal));
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
