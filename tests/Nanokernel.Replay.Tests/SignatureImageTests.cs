using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Replay.Tests;

/// <summary>The kernel's hash and its check of signatures, compiled for IA-32 by the ahead-of-time compiler and run in a partition.</summary>
public class SignatureImageTests
{
    private const int Lengths = 140;
    private const int HashedBytes = 64 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly int[] Bits = [2048, 2080, 3072, 4096];
    private static readonly byte[] Data = [.. Enumerable.Range(0, Lengths).Select(index => (byte)((index * 7) + 1))];

    private static readonly string Program = $$"""
        using Nanokernel.Policy;

        [Partition]
        static unsafe partial class Signatures
        {
            static readonly uint[] s_data = new uint[{{HashedBytes / 4}}];
            static readonly uint[] s_scratch = new uint[1024];
            static readonly uint[] s_digest = new uint[Sha256.DigestInfoWords];

            static void Main()
            {
                fixed (uint* data = s_data, scratch = s_scratch, digest = s_digest)
                {
                    for (var index = 0; index < {{Lengths}}; index++)
                        ((byte*)data)[index] = (byte)((index * 7) + 1);
                    for (var length = 0u; length <= {{Lengths}}; length++)
                    {
                        Sha256.Of(data, length, digest, scratch);
                        Console.WriteLine($"digest: {digest[7]:X8}{digest[6]:X8}{digest[5]:X8}{digest[4]:X8}{digest[3]:X8}{digest[2]:X8}{digest[1]:X8}{digest[0]:X8}");
                    }

                    {{string.Concat(Bits.Select(bits => $"Check({bits}, Modulus{bits}, Signature{bits}, digest, scratch);\n"))}}
                    var before = Clock.Timestamp;
                    Sha256.Of(data, {{HashedBytes}}, digest, scratch);
                    Console.WriteLine($"hash: {Clock.Timestamp - before}");
                }
            }

            static void Check(int bits, uint[] modulus, uint[] signature, uint* digest, uint* scratch)
            {
                fixed (uint* n = modulus, s = signature)
                {
                    var before = Clock.Timestamp;
                    var isValid = RsaSignature.IsValid(n, (uint)modulus.Length, s, digest, scratch);
                    Console.WriteLine($"check {bits}: {Clock.Timestamp - before}");
                    var failures = 0;
                    for (var word = 0; word < Sha256.DigestInfoWords; word += 4)
                    {
                        digest[word] ^= 1u << word;
                        failures += RsaSignature.IsValid(n, (uint)modulus.Length, s, digest, scratch) ? 1 : 0;
                        digest[word] ^= 1u << word;
                    }
                    for (var word = 0; word < modulus.Length; word += 29)
                    {
                        s[word] ^= 1u << (word & 31);
                        failures += RsaSignature.IsValid(n, (uint)modulus.Length, s, digest, scratch) ? 1 : 0;
                        s[word] ^= 1u << (word & 31);
                    }
                    Console.WriteLine($"valid {bits}: {isValid} {failures}");
                }
            }

            {{string.Concat(Bits.Select(Key))}}
        }
        """;

    private static readonly SourceSystem System = new SourceSystem("signatures").Partition(
        "signatures",
        [Program, .. ((string[])["Sha256.cs", "RsaSignature.cs"]).Select(name => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources", name)))],
        partition => partition.WithMemory(4.MiB()));

    [Theory]
    [InlineData(CompilerMode.Debug)]
    [InlineData(CompilerMode.Release)]
    public async Task The_kernels_sources_check_signatures_in_an_image_as_on_the_host(CompilerMode mode)
    {
        await using var machine = await System.StartAsync(mode, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, TestContext.Current.CancellationToken));

        Assert.Equal(
            Enumerable.Range(0, Lengths + 1).Select(length => Convert.ToHexString(SHA256.HashData(Data.AsSpan(0, length)))),
            Values(machine.DebugConsole.Lines, "digest"));
        Assert.All(Bits, bits => Assert.Equal("True 0", Assert.Single(Values(machine.DebugConsole.Lines, $"valid {bits}"))));

        // Instructions: how long a machine is busy with an image before it takes it.
        Assert.InRange(Count(machine.DebugConsole.Lines, "hash"), 1, HashedBytes * 64);
        Assert.InRange(Count(machine.DebugConsole.Lines, "check 3072"), 1, 20_000_000);
    }

    private static long Count(IEnumerable<string> lines, string name) => long.Parse(Assert.Single(Values(lines, name)), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Values(IEnumerable<string> lines, string name)
    {
        var start = $"[signatures] {name}: ";
        return lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..]);
    }

    private static string Key(int bits)
    {
        using var rsa = RSA.Create(bits);
        var modulus = rsa.ExportParameters(includePrivateParameters: false).Modulus!;
        Array.Reverse(modulus);
        var signature = rsa.SignData(Data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"static readonly uint[] Modulus{bits} = [{Words(modulus)}];\nstatic readonly uint[] Signature{bits} = [{Words(signature)}];\n";
    }

    private static string Words(byte[] bytes) =>
        string.Join(", ", MemoryMarshal.Cast<byte, uint>(bytes).ToArray().Select(word => $"0x{word:X8}"));
}
