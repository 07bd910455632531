using System.Globalization;
using Nanokernel.Abi;
using Nanokernel.Core.Tests.Persistence;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tests;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Blocks of persistent memory that a partition in C keeps.</summary>
public class CGuestPersistenceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string Counter = """
        #include "nanokernel_persistent.h"

        struct state { uint32_t starts; uint8_t odd; };

        NK_PERSISTENT("state", struct state);

        int main(void)
        {
            static const char *const texts[] = { "FirstUse ", "Intact ", "Damaged " };
            nk_end_t block = nk_find_end("state", NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER);
            enum nk_persistent_state found = nk_open_persistent(block);
            struct state *state = nk_persistent_memory(block);
            uint32_t starts = state->starts++;
            nk_commit_persistent(block);
            state->starts = 1000;
            if (nk_open_persistent(block) != found || state->starts != 1000)
                nk_panic("a second opening changed something");
            nk_print(texts[found]);
            nk_print_number(starts);
            nk_print("\n");
            if (starts == 2)
                /* The content of the copy that is kept. */
                *((volatile uint8_t *)state + 64) ^= 0x10;
            for (;;)
                nk_wait(NK_NEVER);
        }
        """;

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task What_was_committed_is_found_again_after_a_reset_what_was_not_is_gone_and_what_was_spoilt_is_damaged(string compiler)
    {
        await using var monitor = await StartAsync(Keeper("c-persistent-counter", compiler, Counter), "FirstUse 0");
        foreach (var line in (string[])["Intact 1", "Intact 2", "Damaged 0", "Intact 1"])
        {
            var before = monitor.Machine.DebugConsole.Lines.Count;
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(line, Limit, Cancellation);
            Assert.EndsWith(line, monitor.Machine.DebugConsole.Lines[before], StringComparison.Ordinal);
        }
    }

    private const string Restless = """
        #include "nanokernel_persistent.h"

        struct state { uint32_t round; uint32_t words[100]; };

        NK_PERSISTENT("state", struct state);

        static void print(const char *text, uint32_t number)
        {
            nk_print(text);
            nk_print_number(number);
        }

        int main(void)
        {
            static const char *const texts[] = { ": FirstUse, ", ": Intact, ", ": Damaged, " };
            nk_end_t block = nk_find_end("state", NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER);
            enum nk_persistent_state found = nk_open_persistent(block);
            struct state *state = nk_persistent_memory(block);
            uint32_t first = state->words[0];
            int even = 1;
            for (int i = 0; i < 100; i++)
                even &= state->words[i] == first;
            state->round++;
            nk_commit_persistent(block);
            print("round ", state->round);
            print(": content ", first);
            nk_print(texts[found]);
            nk_print(even ? "even\n" : "a mixture\n");
            for (uint32_t count = 0;; count++) {
                for (int i = 0; i < 100; i++)
                    state->words[i]++;
                nk_commit_persistent(block);
                if (count % 100 == 99) {
                    print("", state->round);
                    print(" committed ", (count + 1) / 100);
                    print(" times 100, reached ", state->words[0]);
                    nk_print("\n");
                }
            }
        }
        """;

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task A_machine_that_is_reset_at_any_moment_finds_a_whole_content_that_is_not_older_than_the_last_commit(string compiler)
    {
        const int resets = 8;
        var random = new Random(21);
        await using var monitor = await StartAsync(Keeper("c-persistent-restless", compiler, Restless), "round 1: content 0: FirstUse, even");
        for (var round = 2; round < resets + 2; round++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{round - 1} committed {random.Next(1, 30)} ");
            await monitor.Machine.DebugConsole.WaitForLineAsync(text, Limit, Cancellation);
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {round}: "), Limit, Cancellation);
        }

        var seen = 0L;
        foreach (var line in monitor.Machine.DebugConsole.Lines.Skip(1))
        {
            if (line.Contains("content ", StringComparison.Ordinal))
            {
                Assert.Contains(": Intact, even", line, StringComparison.Ordinal);
                Assert.True(NumberIn(line, "content ") >= seen, $"{line} after {seen} was committed");
            }
            else if (line.Contains("reached ", StringComparison.Ordinal))
            {
                seen = NumberIn(line, "reached ");
            }
        }

        Assert.True(seen > 0);
    }

    // The trap flag (EFLAGS, bit 8) raises an exception behind each instruction, and behind each byte of a rep movsb: what is in memory then is what
    // a machine that is reset there leaves. IRET lets the next instruction run before the next exception (SDM vol. 3A, 6.9).
    private const string Stepper = """
        #include "nanokernel_persistent.h"

        #define BYTES 13
        #define WORDS 32
        #define STATES 400

        static uint32_t memory[WORDS] __attribute__((aligned(32)));
        static uint32_t after_commit[STATES][WORDS], after_opening[STATES][WORDS];
        static uint32_t (*states)[WORDS];
        static uint32_t count, steps;
        static volatile uint32_t trap_flag;

        uint32_t on_step(void);

        __asm__(".text\n"
                ".globl nk_exception_entry\n"
                ".type nk_exception_entry, @function\n"
                "nk_exception_entry:\n"
                "    pushfl\n"
                "    pushl %cs\n"
                "    pushl 0xB0000020\n"
                "    pusha\n"
                "    cld\n"
                "    call on_step\n"
                "    orl %eax, 40(%esp)\n"
                "    popa\n"
                "    movl $1, 0xB0000010\n"
                "    iret\n"
                ".size nk_exception_entry, . - nk_exception_entry\n");

        static void copy_block(uint32_t *to, const uint32_t *from)
        {
            for (uint32_t i = 0; i < WORDS; i++)
                ((volatile uint32_t *)to)[i] = ((const volatile uint32_t *)from)[i];
        }

        static int is_latest(void)
        {
            for (uint32_t i = 0; i < WORDS; i++) {
                if (((volatile uint32_t *)memory)[i] != states[count - 1][i])
                    return 0;
            }
            return 1;
        }

        uint32_t on_step(void)
        {
            if (nk_control()->exception_vector != 1)
                nk_panic("an exception that is none of a step");
            steps++;
            if (!is_latest()) {
                if (count == STATES)
                    nk_panic("too many states");
                copy_block(states[count++], memory);
            }
            return trap_flag;
        }

        static void begin(uint32_t (*into)[WORDS])
        {
            states = into;
            copy_block(states[0], memory);
            count = 1;
            trap_flag = 0x100;
            nk_control()->exception_flag = 1;
            __asm__ volatile("pushfl\n\torl $0x100, (%%esp)\n\tpopfl" : : : "memory", "cc");
        }

        static uint32_t end(void)
        {
            trap_flag = 0;
            return count;
        }

        static void fill(uint8_t *content, uint8_t value)
        {
            for (uint32_t i = 0; i < BYTES; i++)
                ((volatile uint8_t *)content)[i] = value;
        }

        static uint8_t open_again(nk_end_t block)
        {
            nk_end_state(block)->opened = 0;
            if (nk_open_persistent(block) != NK_PERSISTENT_INTACT)
                nk_panic("the block is not intact");
            volatile uint8_t *content = nk_persistent_memory(block);
            for (uint32_t i = 1; i < BYTES; i++) {
                if (content[i] != content[0])
                    nk_panic("the content is a mixture");
            }
            return content[0];
        }

        int main(void)
        {
            struct nk_channel_end block = { .kind = NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER, .end_index = 40, .message_bytes = BYTES, .name_hash = 7, .fingerprint = 9 };
            block.address = (uint32_t)(uintptr_t)memory;
            fill(nk_persistent_memory(&block), 1);
            nk_commit_persistent(&block);
            fill(nk_persistent_memory(&block), 2);

            begin(after_commit);
            nk_commit_persistent(&block);
            uint32_t commits = end();
            if (open_again(&block) != 2)
                nk_panic("the commit is not found");

            uint32_t openings = 0;
            uint8_t oldest = 1;
            for (uint32_t i = 0; i < commits; i++) {
                copy_block(memory, after_commit[i]);
                uint8_t found = open_again(&block);
                if (found < oldest || found > 2)
                    nk_panic("an older content came back");
                oldest = found;

                copy_block(memory, after_commit[i]);
                nk_end_state(&block)->opened = 0;
                begin(after_opening);
                nk_open_persistent(&block);
                uint32_t states_of_opening = end();
                for (uint32_t j = 0; j < states_of_opening; j++) {
                    copy_block(memory, after_opening[j]);
                    if (open_again(&block) != found)
                        nk_panic("another content came out of an opening that was cut off");
                }
                openings += states_of_opening;
            }
            if (oldest != 2)
                nk_panic("the commit has no end");
            nk_print_number(commits);
            nk_print(" states of a commit, ");
            nk_print_number(openings);
            nk_print(" of openings, ");
            nk_print_number(steps);
            nk_print(" steps\n");
            return 0;
        }
        """;

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task Wherever_a_commit_and_then_an_opening_are_cut_off_the_old_content_is_found_or_the_new_one(string compiler)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-persistent-stepper-{compiler}").Executable(
            "legacy", folder => c.Compile(folder, Stepper, false, "-mgeneral-regs-only"), partition => partition.WithMemory(1.MiB()).HandlesExceptions());

        // Before it; generation, checksum and magic of the working copy; the kept copy's magic, 13 bytes, generation, checksum and magic; the working copy's magic.
        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0).Printed("[legacy] 22 states of a commit, ");
    }

    // Opens blocks as they stand in tables, then commits another content; what becomes of them is in the tables too.
    private const string Judge = """
        #include "nanokernel_persistent.h"

        #define CONTENT (NK_PERSISTENT_BLOCK_HEAD_BYTES / 4)

        struct trial { uint32_t before[WORDS], opened[WORDS], committed[WORDS], answer; };

        static const struct trial trials[] = {
        TRIALS
        };

        static uint32_t memory[WORDS] __attribute__((aligned(32)));

        static int differs(const uint32_t *expected)
        {
            for (uint32_t i = 0; i < WORDS; i++) {
                if (((volatile uint32_t *)memory)[i] != expected[i])
                    return 1;
            }
            return 0;
        }

        static void check(uint32_t trial, const char *what, int fails)
        {
            if (!fails)
                return;
            nk_print_number(trial);
            nk_print(": another ");
            nk_panic(what);
        }

        int main(void)
        {
            struct nk_channel_end end = { .kind = NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER, .end_index = 40, .message_bytes = BYTES, .name_hash = NAME, .fingerprint = LAYOUT };
            end.address = (uint32_t)(uintptr_t)memory;
            for (uint32_t i = 0; i < sizeof trials / sizeof trials[0]; i++) {
                for (uint32_t word = 0; word < WORDS; word++)
                    memory[word] = trials[i].before[word];
                nk_end_state(&end)->opened = 0;
                check(i, "answer", (uint32_t)nk_open_persistent(&end) != trials[i].answer);
                check(i, "opened block", differs(trials[i].opened));
                uint32_t *content = nk_persistent_memory(&end);
                for (uint32_t word = 0; word < (BYTES + 3) / 4; word++)
                    content[word] ^= i * 0x9E3779B9u;
                nk_commit_persistent(&end);
                check(i, "committed block", differs(trials[i].committed));
            }
            nk_print_number(sizeof trials / sizeof trials[0]);
            nk_print(" blocks are those of C#\n");
            return 0;
        }
        """;

    /// <summary>Each compiler with contents whose last word counts in full, or in part.</summary>
    public static MatrixTheoryData<string, uint> CompilersAndBytes { get; } = new(CCompiler.Names.Select(name => name.Data), [13u, 32u]);

    [Theory]
    [MemberData(nameof(CompilersAndBytes))]
    public async Task C_opens_and_commits_every_block_to_the_word_as_CSharp_does(string compiler, uint bytes)
    {
        var c = CCompiler.Named(compiler);
        var trials = TrialsOf(bytes).ToList();
        var words = (int)PersistentBlock.BytesFor(bytes) / 4;
        var source = Judge
            .Replace("TRIALS", string.Join(",\n", trials.Select(trial => trial.ToC())), StringComparison.Ordinal)
            .Replace("WORDS", words.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("BYTES)", bytes.ToString(CultureInfo.InvariantCulture) + ")", StringComparison.Ordinal);
        var system = new SourceSystem($"c-persistent-judge-{compiler}-{bytes}").Executable(
            "legacy", folder => c.Compile(folder, source, false, $"-DBYTES={bytes}", $"-DNAME={Name}u", $"-DLAYOUT={Layout}u"),
            partition => partition.WithMemory(4.MiB()));

        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0)
            .Printed(string.Create(CultureInfo.InvariantCulture, $"[legacy] {trials.Count} blocks are those of C#"));
    }

    private const uint Name = 0x1234_5678;
    private const uint Layout = 0x9ABC_DEF0;

    /// <summary>A block as it was found, what C# makes of it when it opens it, and when it then commits another content.</summary>
    private sealed record Trial(uint[] Before, uint[] Opened, uint[] Committed, PersistentState Answer)
    {
        public string ToC() => $"{{ {Row(Before)}, {Row(Opened)}, {Row(Committed)}, {(int)Answer} }}";

        private static string Row(uint[] words) =>
            $"{{ {string.Join(", ", words.Select(word => string.Create(CultureInfo.InvariantCulture, $"0x{word:X}u")))} }}";
    }

    private static IEnumerable<Trial> TrialsOf(uint bytes) => BlocksOf(bytes).Select((words, index) =>
    {
        var memory = new CutMemory([.. words]);
        var answer = Copies(memory, bytes).Open();
        uint[] opened = [.. memory.Words];
        Change(memory, bytes, (uint)index * 0x9E37_79B9);
        Copies(memory, bytes).Commit();
        return new Trial(words, opened, memory.Words, answer);
    });

    /// <summary>Memory after power-on; commits and openings that were cut off; bits that turned over; blocks of others; generations that wrap.</summary>
    private static IEnumerable<uint[]> BlocksOf(uint bytes)
    {
        var count = (int)PersistentBlock.BytesFor(bytes) / 4;
        var kept = (int)PersistentBlock.SecondCopy(bytes) / 4;
        var random = new Random(22);
        yield return new uint[count];
        yield return [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64())];

        var committed = new CutMemory(new uint[count]);
        Copies(committed, bytes).Open();
        Change(committed, bytes, 0x5EED_5EED);
        Copies(committed, bytes).Commit();
        yield return [.. committed.Words];

        foreach (var generation in (uint[])[1, uint.MaxValue - 1, uint.MaxValue])
        {
            var ended = false;
            for (var cut = 0; !ended; cut++)
            {
                var memory = new CutMemory([.. committed.Words]);
                memory.Words[4] = generation;
                Copies(memory, bytes).Commit();
                Change(memory, bytes, 0x0BAD_CAFE);
                ended = memory.Run(cut, () => Copies(memory, bytes).Commit());
                yield return [.. memory.Words];

                for (var cutAgain = 0; cutAgain < count; cutAgain += 5)
                {
                    var again = new CutMemory([.. memory.Words]);
                    again.Run(cutAgain, () => Copies(again, bytes).Open());
                    yield return again.Words;
                }

                var spoilt = (uint[])memory.Words.Clone();
                spoilt[random.Next(count)] ^= 1u << random.Next(32);
                yield return spoilt;
            }
        }

        for (var word = 0; word < count; word++)
        {
            var spoilt = (uint[])committed.Words.Clone();
            spoilt[word] ^= 1u << random.Next(32);
            yield return spoilt;
            if (word < kept)
                continue;
            var overwritten = (uint[])committed.Words.Clone();
            overwritten[word] = (uint)random.NextInt64();
            yield return overwritten;
        }

        foreach (var (name, layout) in ((uint, uint)[])[(Name + 1, Layout), (Name, Layout + 1), (Name + 1, Layout + 1)])
        {
            var memory = new CutMemory(new uint[count]);
            var other = new PersistentCopies<CutMemory.Access>(memory.Open(), name, layout, bytes);
            other.Open();
            other.Commit();
            yield return memory.Words;
        }
    }

    private static PersistentCopies<CutMemory.Access> Copies(CutMemory memory, uint bytes) => new(memory.Open(), Name, Layout, bytes);

    private static void Change(CutMemory memory, uint bytes, uint bits)
    {
        for (var word = 0u; word < (bytes + 3) / 4; word++)
            memory.Words[PersistentBlock.HeadBytes / 4 + word] ^= bits;
    }

    private static SourceSystem Keeper(string name, string compiler, string source)
    {
        var c = CCompiler.Named(compiler);
        return new SourceSystem($"{name}-{compiler}")
            .Executable("keeper", folder => c.Compile(folder, source))
            .With((system, partitions) => system.AddPersistentMemory("state").OwnedBy(partitions["keeper"]));
    }

    private static Task<HumanMonitor> StartAsync(SourceSystem system, string text) =>
        HumanMonitor.StartAsync(system, CompilerMode.Release, text, options => options with { ExtraArguments = ["-action", "reboot=reset"] });

    private static long NumberIn(string line, string text)
    {
        var rest = line[(line.IndexOf(text, StringComparison.Ordinal) + text.Length)..];
        return long.Parse(string.Concat(rest.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }
}
