// A process whose image can be replaced while it runs, and an updater that brings new ones, from COM2.
var system = SystemBuilder.Create("live-update", Machines.Pc)
    .WithImageKey("""
        -----BEGIN PUBLIC KEY-----
        MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEArByxVptwCPDa56N/b+1c
        JngswBzfvowtUW2dWxl26jWDUOK3n9lr4/hJ4bWUn3th2wj/7I+CJjZdHQqJ0vBL
        FqMcKdY0axYhKAy+G14GsMe6PMG935a1UmNn+BP+CF9KWf4lJUPdScvnrXFUGM8x
        T6DsDs3RZ86fG2c3uOQtQbtuvvQyyvO1dZBLc4wMUbFseGqJ0YPC7OAw+gPYcktO
        NoHzM2mxQHDQHGgg7R4pQ6KedNuxd4Vl9uRxdiDQ741sLuqfNM1adjfUDqErOWPM
        a6k+cPxVJ/eH+zO6corzJHvZXj5fjRaQRR1yGHz+Fvnqi3Ef4ITPF4uANHODtAEk
        h6yBQEROktwD6G4qPbnA+gJECamms8hQBUaeldY5zB+r+WAQg0Bx7I4YynIbQZa6
        ZAw7QeKfpei0DFjBBVYfHpp7+3J/pTnnPBdV+7LutLy0UGXJfR0mUMddGKm0+18j
        ntGFaRj1s3Sl3auerDfo26pH4xF7WWQsytsTelocDA8vAgMBAAE=
        -----END PUBLIC KEY-----
        """);

var process = system.AddPartition("process", Projects.Process)
    .WithMemory(256.KiB())
    .WithHeap(64.KiB())
    .WithHeartbeat(TimeSpan.FromMilliseconds(100))
    .OnFault(FaultAction.Restart)
    .WithReplaceableImage();

system.AddPartition("updater", Projects.Updater)
    .WithPriority(Priority.Background)
    .OwnsDevice(Pc.Com2 with { Interrupts = [] })
    .Watches(process);

system.AddPersistentMemory("work").OwnedBy(process);

return system.Run(args);
