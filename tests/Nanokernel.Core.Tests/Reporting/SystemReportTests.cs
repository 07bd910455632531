using System.Globalization;
using System.Text.Json;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Layout;
using Nanokernel.Reporting;

namespace Nanokernel.Core.Tests.Reporting;

public sealed class SystemReportTests
{
    private static readonly ImageFacts Facts = new(
        "plant.elf", 123_456, new string('a', 64), new ImageSizes(9_000, 1_000, 2_000), [new(30_000, 4_000, 500), new(20_000, 3_000, 400)]);

    [Fact]
    public void The_text_says_who_owns_what_and_where_it_lies() => Assert.Equal(
        """
        System 'plant' for machine 'pc': 2 partitions, 1 channel; 12 MiB of 128 MiB RAM.
        Interrupts by 8259, time by 8254.
        Partition 0 'control' (Plant.Control), priority 192 (RealTime)
            memory      4 MiB, stack 64 KiB, heap the rest
            image       30,000 bytes of code, 4,000 of constants, 500 of data
            devices     COM2, card
            ports       0x2F8-0x2FF, 0x400
            windows     0xE0000000-0xE000FFFF write-combining
            buffers     ring 8 KiB at 0x00401000
            interrupts  IRQ 3 edge, IRQ 11 level
            console     debug console
            sends       telemetry
            may         end the system
        Partition 1 'monitor' (Plant.Monitor), priority 64 (Normal)
            memory      1 MiB, stack 64 KiB, heap 256 KiB
            image       20,000 bytes of code, 3,000 of constants, 400 of data
            devices     COM1
            ports       0x3F8-0x3FF
            interrupts  IRQ 4 edge
            console     COM1
            receives    telemetry
        Queue 'telemetry' from 'control' to 'monitor': 64 messages of 16 bytes (Plant.Sample), full: blocks
        Physical memory
            0x00100000-0x003FBFFF  kernel
            0x003FC000-0x003FCFFF  control page of 'monitor'
            0x003FD000-0x003FDFFF  control page of 'control'
            0x003FE000-0x003FEFFF  information page of 'monitor'
            0x003FF000-0x003FFFFF  information page of 'control'
            0x00400000-0x00400FFF  queue.telemetry
            0x00401000-0x00402FFF  DMA buffer 'ring' of 'control'
            0x00403000-0x00502FFF  partition 'monitor'
            0x00800000-0x00BFFFFF  partition 'control'
        Image plant.elf: 123,456 bytes, kernel 12,000 bytes, SHA-256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.

        """,
        Report(Facts).ToText());

    [Fact]
    public void The_text_does_not_depend_on_the_culture()
    {
        var invariant = Report(Facts).ToText();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Report(Facts).ToText());
            Assert.Equal("1,025 KiB", 1025.KiB().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_json_has_owners_places_and_sizes()
    {
        using var json = JsonDocument.Parse(Report(Facts).ToJson());
        var root = json.RootElement;
        var control = root.GetProperty("partitions")[0];
        var queue = root.GetProperty("channels")[0];

        Assert.Equal(2, root.GetProperty("schema").GetInt32());
        Assert.Equal("plant", root.GetProperty("system").GetString());
        Assert.Equal(new string('a', 64), root.GetProperty("image").GetProperty("sha256").GetString());
        Assert.Equal(12_000, root.GetProperty("kernel").GetProperty("image").GetProperty("totalBytes").GetInt64());
        Assert.Equal("0x00800000", control.GetProperty("physicalAddress").GetString());
        Assert.Equal(4 * 1024 * 1024, control.GetProperty("memoryBytes").GetInt32());
        Assert.Equal("write-combining", control.GetProperty("deviceMemory")[0].GetProperty("caching").GetString());
        Assert.Equal("ring", control.GetProperty("dmaBuffers")[0].GetProperty("name").GetString());
        Assert.Equal("0x00401000", control.GetProperty("dmaBuffers")[0].GetProperty("physicalAddress").GetString());
        Assert.Equal("0xB8010000", control.GetProperty("dmaBuffers")[0].GetProperty("virtualAddress").GetString());
        Assert.Equal("0x2F8", control.GetProperty("ports")[0].GetProperty("first").GetString());
        Assert.Equal("COM2", control.GetProperty("interrupts")[0].GetProperty("device").GetString());
        Assert.Equal("level", control.GetProperty("interrupts")[1].GetProperty("trigger").GetString());
        Assert.Equal("monitor", control.GetProperty("ends")[0].GetProperty("peers")[0].GetString());
        Assert.Equal("control", queue.GetProperty("wires")[0].GetProperty("partition").GetString());
        Assert.Equal("monitor", queue.GetProperty("wires")[1].GetProperty("partition").GetString());
        Assert.Equal(16, queue.GetProperty("messageBytes").GetInt32());
    }

    [Fact]
    public void Both_forms_show_the_trace_behind_everything_else()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddPartition("control", Sample.Project("Control")).WithMemory(1.MiB());
        var checkedSystem = new Sample(system.WithTrace()).CheckedSystem();
        var report = SystemReport.Create(checkedSystem, SystemLayout.Solve(checkedSystem));
        using var json = JsonDocument.Parse(report.ToJson());
        var trace = json.RootElement.GetProperty("trace");

        Assert.Contains("Trace of the latest 4,096 events\n", report.ToText(), StringComparison.Ordinal);
        Assert.EndsWith("    0x00400000-0x004FFFFF  partition 'control'\n    0x00504000-0x00514FFF  trace\n", report.ToText(), StringComparison.Ordinal);
        Assert.Equal("0x00504000", trace.GetProperty("physicalAddress").GetString());
        Assert.Equal((69_632, 4_096), (trace.GetProperty("bytes").GetInt32(), trace.GetProperty("events").GetInt32()));
        Assert.Equal(0x515_000, json.RootElement.GetProperty("machine").GetProperty("usedBytes").GetInt32());
    }

    [Fact]
    public void Both_forms_show_what_is_done_about_faults_who_watches_and_the_copies_for_restarts()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var control = system.AddPartition("control", Sample.Project("Control"))
            .WithPriority(Priority.RealTime)
            .OnFault(FaultAction.Restart)
            .OnFault(FaultEvent.FailFast, FaultAction.Halt)
            .OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify)
            .WithRestartLimit(1_000, TimeSpan.FromSeconds(2), FaultAction.Halt)
            .WithHeartbeat(TimeSpan.FromMilliseconds(100));
        var logger = system.AddPartition("logger", Sample.Project("Logger"))
            .OnFault(FaultAction.RestartCold)
            .OnFault(FaultEvent.IllegalHypercall, FaultAction.RestartCold);
        var valves = system.AddPartition("valves", Sample.Project("Valves")).OnFault(FaultAction.Stop);
        system.AddPartition("monitor", Sample.Project("Monitor")).Watches(control).Watches(valves);
        logger.Watches(control);
        var checkedSystem = new Sample(system).CheckedSystem();
        var report = SystemReport.Create(checkedSystem, SystemLayout.Solve(checkedSystem));
        using var json = JsonDocument.Parse(report.ToJson());
        var partitions = json.RootElement.GetProperty("partitions");

        Assert.Equal(
            """
            Partition 0 'control' (Plant.Control), priority 192 (RealTime)
                memory      1 MiB, stack 64 KiB, heap the rest
                console     debug console
                faults      ProcessorException, StackOverflow, UnhandledException, HeapExhausted, InterruptStorm, MissedHeartbeat: Restart; FailFast: Halt; IllegalHypercall: Notify
                restarts    at most 1,000 within 2000 ms, then Halt
                heartbeat   within 100 ms
                watched by  logger, monitor
            Partition 1 'logger' (Plant.Logger), priority 64 (Normal)
                memory      1 MiB, stack 64 KiB, heap the rest
                console     debug console
                watches     control
                faults      every fault, IllegalHypercall: RestartCold
                restarts    at most 3 within 10000 ms, then Stop
            Partition 2 'valves' (Plant.Valves), priority 64 (Normal)
                memory      1 MiB, stack 64 KiB, heap the rest
                console     debug console
                watched by  monitor
            Partition 3 'monitor' (Plant.Monitor), priority 64 (Normal)
                memory      1 MiB, stack 64 KiB, heap the rest
                console     debug console
                watches     control, valves
            Watch over 'control' by 'logger', 'monitor'
            Watch over 'valves' by 'monitor'
            Physical memory
                0x00100000-0x003F7FFF  kernel
                0x003F8000-0x003F8FFF  control page of 'control'
                0x003F9000-0x003F9FFF  control page of 'logger'
                0x003FA000-0x003FAFFF  control page of 'valves'
                0x003FB000-0x003FBFFF  control page of 'monitor'
                0x003FC000-0x003FCFFF  information page of 'control'
                0x003FD000-0x003FDFFF  information page of 'logger'
                0x003FE000-0x003FEFFF  information page of 'valves'
                0x003FF000-0x003FFFFF  information page of 'monitor'
                0x00400000-0x00403FFF  watch.control
                0x00404000-0x00407FFF  watch.valves
                0x00408000-0x00507FFF  partition 'control'
                0x00508000-0x00607FFF  partition 'logger'
                0x00608000-0x00707FFF  partition 'valves'
                0x00708000-0x00807FFF  partition 'monitor'
                0x00808000-0x008F5FFF  copy of 'control' for restarts
                0x008F6000-0x009E3FFF  copy of 'logger' for restarts
                0x009E4000-0x00AD1FFF  copy of 'valves' for restarts

            """,
            string.Concat(report.ToText().Split('\n').Skip(2).SkipLast(1).Select(line => line + "\n")));
        Assert.Equal(
            ["Restart", "Restart", "Restart", "Halt", "Restart", "Restart", "Restart", "Ignore", "Notify"],
            partitions[0].GetProperty("faults").EnumerateArray().Select(row => row.GetProperty("action").GetString()));
        Assert.Equal("ProcessorException", partitions[0].GetProperty("faults")[0].GetProperty("event").GetString());
        Assert.Equal(1_000, partitions[0].GetProperty("restartLimit").GetProperty("restarts").GetInt32());
        Assert.Equal(2_000, partitions[0].GetProperty("restartLimit").GetProperty("withinMilliseconds").GetDouble());
        Assert.Equal("Halt", partitions[0].GetProperty("restartLimit").GetProperty("then").GetString());
        Assert.Equal(100, partitions[0].GetProperty("heartbeatMilliseconds").GetDouble());
        Assert.Equal(["logger", "monitor"], partitions[0].GetProperty("watchers").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("0x00808000", partitions[0].GetProperty("restartCopy").GetProperty("physicalAddress").GetString());
        Assert.Equal(0xEE000, partitions[0].GetProperty("restartCopy").GetProperty("bytes").GetInt32());
        Assert.False(partitions[0].GetProperty("restartCopy").GetProperty("isReplaceable").GetBoolean());
        Assert.True(partitions[2].TryGetProperty("restartCopy", out _));
        foreach (var absent in new[] { "restartLimit", "heartbeatMilliseconds", "watchers", "restartCopy" })
            Assert.False(partitions[3].TryGetProperty(absent, out _));
    }

    [Fact]
    public void Both_forms_show_whose_image_can_be_replaced_and_what_a_queue_does_when_its_receiver_starts_anew()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc).WithImageKey("a key");
        var control = system.AddPartition("control", Sample.Project("Control"))
            .WithHeartbeat(TimeSpan.FromMilliseconds(100))
            .WithHeap(512.KiB())
            .WithReplaceableImage();
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor")).Watches(control);
        system.AddQueue("telemetry", 4).From(control).To(monitor).OnRestart(QueueRestart.Discard);
        var checkedSystem = new Sample(system).CheckedSystem();
        var report = SystemReport.Create(checkedSystem, SystemLayout.Solve(checkedSystem));
        using var json = JsonDocument.Parse(report.ToJson());
        var copy = json.RootElement.GetProperty("partitions")[0].GetProperty("restartCopy");

        // Of 1 MiB stack, heap and two guard pages are taken; half as much again for symbols, and a page for the head and the signature.
        Assert.Contains("\n    image       can be replaced, by one of at most 440 KiB\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("  2 images of 'control'\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains(", emptied when its receiver starts anew\n", report.ToText(), StringComparison.Ordinal);
        Assert.Equal((664 * 1024, true), (copy.GetProperty("bytes").GetInt32(), copy.GetProperty("isReplaceable").GetBoolean()));
        Assert.Equal("Discard", json.RootElement.GetProperty("channels").EnumerateArray().First(channel => channel.GetProperty("kind").GetString() == "queue").GetProperty("onRestart").GetString());
        Assert.Equal(64, json.RootElement.GetProperty("imageKeySha256").GetString()!.Length);
    }

    [Fact]
    public void Both_forms_show_PCI_functions_with_their_owners()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddPartition("control", Sample.Project("Control"))
            .OwnsDevice(Pc.VgaText)
            .OwnsPciFunction(new PciFunction("nic", PciMatch.ByClass(2, 0, instance: 1))
            {
                Bars = [PciBar.Ports(1, 256), PciBar.Memory(0, 128.KiB())],
                UsesInterrupt = true,
                IsBusMaster = true,
            })
            .OwnsPciFunction(new PciFunction("probe", PciMatch.ByAddress(1, 2, 3)));
        var checkedSystem = new Sample(system).CheckedSystem();
        var report = SystemReport.Create(checkedSystem, SystemLayout.Solve(checkedSystem));
        using var json = JsonDocument.Parse(report.ToJson());
        var functions = json.RootElement.GetProperty("partitions")[0].GetProperty("pciFunctions");

        Assert.Contains(
            "PCI         nic class 02.00 #1 with BAR 0 (128 KiB of memory), BAR 1 (256 ports), interrupt, bus master, probe 01:02.3\n", report.ToText(),
            StringComparison.Ordinal);
        Assert.Equal("nic", functions[0].GetProperty("name").GetString());
        Assert.Equal("0xB8008000", functions[0].GetProperty("bars")[0].GetProperty("virtualAddress").GetString());
        Assert.Equal(256, functions[0].GetProperty("bars")[1].GetProperty("size").GetInt64());
        Assert.True(functions[0].GetProperty("isBusMaster").GetBoolean());
        Assert.Equal(10_000, functions[0].GetProperty("limit").GetProperty("interrupts").GetInt32());
        Assert.Equal("01:02.3", functions[1].GetProperty("match").GetString());
    }

    [Fact]
    public void Before_the_image_is_made_the_json_leaves_its_sizes_out()
    {
        using var json = JsonDocument.Parse(Report(image: null).ToJson());

        Assert.False(json.RootElement.TryGetProperty("image", out _));
        Assert.False(json.RootElement.GetProperty("partitions")[0].TryGetProperty("image", out _));
    }

    [Fact]
    public void Both_forms_end_their_lines_alike_on_every_host()
    {
        Assert.DoesNotContain('\r', Report(Facts).ToText());
        Assert.DoesNotContain('\r', Report(Facts).ToJson());
    }

    private static SystemReport Report(ImageFacts? image)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"))
            .WithHeap(256.KiB())
            .OwnsDevice(Pc.Com1)
            .WithConsole(Pc.Com1);
        var control = system.AddPartition("control", Sample.Project("Control"))
            .WithMemory(4.MiB())
            .WithPriority(Priority.RealTime)
            .OwnsDevice(Pc.Com2)
            .OwnsDevice(new Device("card") { IsBusMaster = true, Memory = [new(0xE000_0000, 0x1_0000, MemoryCaching.WriteCombining)] })
            .WithDmaBuffer("ring", 8.KiB(), below: 16.MiB())
            .OwnsPorts(0x400, 0x400)
            .OwnsInterrupt(11, InterruptTrigger.Level)
            .MayEndSystem();
        system.AddQueue("telemetry", capacity: 64).From(control).To(monitor);
        var checkedSystem = new Sample(system).CheckedSystem();
        return SystemReport.Create(checkedSystem, SystemLayout.Solve(checkedSystem), image);
    }
}
