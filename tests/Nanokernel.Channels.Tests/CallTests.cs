using System;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>Calls under every schedule with few preemptions.</summary>
[Collection("Participants")]
public class CallTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 3)]
    public void Each_call_gets_its_own_answer(int preemptions, uint count) => Scene.Explore(preemptions, scene =>
    {
        var call = scene.AddCall([0], 1);
        var served = new ServedCalls();
        scene.Do(() => CallAll(call, served, 0, count));
        scene.Do(() => ServeAll(call, served, (int)count));
    });

    [Fact]
    public void Two_clients_of_one_server() => Scene.Explore(1, scene =>
    {
        var call = scene.AddCall([0, 2], 1);
        var served = new ServedCalls();
        scene.Do(() => CallAll(call, served, 0, 1));
        scene.Do(() => ServeAll(call, served, 2));
        scene.Do(() => CallAll(call, served, 2, 1));
    });

    [Fact]
    public void Of_two_clients_that_ask_the_one_of_higher_priority_comes_first() => Scene.Explore(1, scene =>
    {
        var call = scene.AddCall([0, 1], 2);
        var served = new ServedCalls();
        scene.Do(() => CallAll(call, served, 0, 1));
        scene.Do(() => CallAll(call, served, 1, 1));
        scene.Do(() =>
        {
            Processor.WaitUntil(100);
            Assert.True(call.TryServe(served.Serve));
            Assert.Equal((1, 0), (served.Of(0).Count, served.Of(1).Count));
            Assert.True(call.TryServe(served.Serve));
            Assert.False(call.TryServe(served.Serve));
        });
    });

    [Fact]
    public void A_method_that_the_server_does_not_know_is_refused() => Scene.Explore(2, scene =>
    {
        var call = scene.AddCall([0], 1);
        var served = new ServedCalls();
        scene.Do(() =>
        {
            Assert.Equal(CallStatus.Refused, call.CallUnknown());
            CallAll(call, served, 0, 1);
            Assert.Equal(CallStatus.Refused, call.CallUnknown(TimeSpan.FromTicks(1000)));
        });
        scene.Do(() =>
        {
            ServeAll(call, served, 1);
            Assert.False(call.TryServe(served.Serve, TimeSpan.FromTicks(1000)));
        });
    });

    [Fact]
    public void A_deadline_passes_or_the_answer_comes_and_no_answer_is_taken_for_that_of_another_call() => Scene.Explore(2, scene =>
    {
        var call = scene.AddCall([0], 1);
        var served = new ServedCalls();
        var isOver = false;
        scene.Do(() =>
        {
            for (var number = 1u; number <= 3; number++)
            {
                var deadline = Participants.Time + 16;
                var status = served.Make(new Message(0, number), argument => call.Call(argument, TimeSpan.FromTicks(16)));
                Assert.True(status == CallStatus.Completed || (status == CallStatus.TimedOut && Participants.Time >= deadline), $"The call is {status}.");
            }

            isOver = true;
        });
        scene.Do(() => served.ServeAll(call, () => isOver));
    });

    [Fact]
    public void Who_waits_for_a_server_that_stops_gets_what_it_answered_and_ends()
    {
        for (var operation = 1; operation <= 40; operation++)
        {
            var stop = operation;
            Scene.Explore(1, scene =>
            {
                var call = scene.AddCall([0], 1);
                var served = new ServedCalls();
                uint completed = 0, answered = 0;
                scene.Do(() =>
                {
                    while (served.Make(new Message(0, completed + 1), call.Call) == CallStatus.Completed)
                        completed++;

                    // The call in which the server stopped may have got as far as to be answered.
                    Assert.InRange(completed, answered, (uint)served.Count);
                    Assert.InRange((uint)served.Count, answered, answered + 1);
                    Assert.Equal(CallStatus.ServerGone, served.Make(new Message(0, completed + 2), call.Call));
                    Assert.Equal(
                        CallStatus.ServerGone, served.Make(new Message(0, completed + 3), argument => call.Call(argument, TimeSpan.FromTicks(1000))));
                });
                scene.DoUntil(stop, () =>
                {
                    for (;; answered++)
                        Assert.True(call.Serve(served.Serve));
                });
            });
        }
    }

    [Fact]
    public void Who_serves_a_client_that_stops_ends()
    {
        for (var operation = 1; operation <= 40; operation++)
        {
            var stop = operation;
            Scene.Explore(1, scene =>
            {
                var call = scene.AddCall([0], 1);
                var served = new ServedCalls();
                var completed = 0u;
                scene.DoUntil(stop, () =>
                {
                    for (;; completed++)
                        Assert.Equal(CallStatus.Completed, served.Make(new Message(0, completed + 1), call.Call));
                });
                scene.Do(() =>
                {
                    while (call.Serve(served.Serve))
                    {
                    }

                    Assert.False(call.TryServe(served.Serve, TimeSpan.FromTicks(1000)));
                });
                scene.Check(() => Assert.InRange((uint)served.Count, completed, completed + 1));
            });
        }
    }

    private static void CallAll(TestCall call, ServedCalls served, int client, uint count)
    {
        for (var number = 1u; number <= count; number++)
            Assert.Equal(CallStatus.Completed, served.Make(new Message((uint)client, number), call.Call));
    }

    private static void ServeAll(TestCall call, ServedCalls served, int count)
    {
        while (served.Count < count)
            Assert.True(call.Serve(served.Serve));
    }
}
