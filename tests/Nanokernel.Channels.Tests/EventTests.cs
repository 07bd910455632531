using System;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>Events under every schedule with few preemptions.</summary>
[Collection("Participants")]
public class EventTests
{
    [Fact]
    public void An_event_that_counts_lets_as_many_go_on_as_posts_came() => Scene.Explore(2, scene =>
    {
        var posted = scene.AddEvent(EventMode.Counting, [0, 1], [2, 3]);
        scene.Do(() => Post(posted, 0, 1));
        scene.Do(() => Post(posted, 1, 1));
        scene.Do(() => Wait(posted, 2, 1));
        scene.Do(() => Wait(posted, 3, 1));
        scene.Check(() => Assert.Equal(0u, posted.Count));
    });

    [Fact]
    public void An_event_that_resets_itself_wakes_who_waits_each_time() => Scene.Explore(3, scene =>
    {
        var question = scene.AddEvent(EventMode.AutoReset, [0], [1]);
        var answer = scene.AddEvent(EventMode.AutoReset, [1], [0]);
        scene.Do(() =>
        {
            for (var i = 0; i < 2; i++)
            {
                question.PosterOf(0).Post();
                Assert.True(answer.WaiterOf(0).Wait());
            }
        });
        scene.Do(() =>
        {
            for (var i = 0; i < 2; i++)
            {
                Assert.True(question.WaiterOf(1).Wait());
                answer.PosterOf(1).Post();
            }
        });
        scene.Check(() => Assert.Equal((0u, 0u), (question.Count, answer.Count)));
    });

    [Fact]
    public void Of_two_that_wait_for_an_event_that_resets_itself_each_post_lets_one_go_on() => Scene.Explore(2, scene =>
    {
        var posted = scene.AddEvent(EventMode.AutoReset, [0], [1, 2]);
        var taken = scene.AddEvent(EventMode.Counting, [1, 2], [0]);
        scene.Do(() =>
        {
            posted.PosterOf(0).Post();
            Wait(taken, 0, 1);
            posted.PosterOf(0).Post();
            Wait(taken, 0, 1);
        });
        foreach (var waiter in new[] { 1, 2 })
        {
            scene.Do(() =>
            {
                Wait(posted, waiter, 1);
                Post(taken, waiter, 1);
            });
        }

        scene.Check(() => Assert.Equal(0u, posted.Count));
    });

    [Fact]
    public void An_event_that_is_reset_by_hand_lets_all_go_on() => Scene.Explore(3, scene =>
    {
        var posted = scene.AddEvent(EventMode.ManualReset, [0], [1, 2]);
        scene.Do(() => Post(posted, 0, 1));
        scene.Do(() => Wait(posted, 1, 2));
        scene.Do(() => Wait(posted, 2, 1));
        scene.Check(() => Assert.Equal(1u, posted.Count));
    });

    [Fact]
    public void Waiting_for_any_takes_one_post_and_leaves_the_others() => Scene.Explore(2, scene =>
    {
        var first = scene.AddEvent(EventMode.Counting, [0], [2]);
        var second = scene.AddEvent(EventMode.Counting, [1], [2]);
        var taken = new uint[2];
        scene.Do(() => Post(first, 0, 2));
        scene.Do(() => Post(second, 1, 1));
        scene.Do(() =>
        {
            for (var i = 0; i < 3; i++)
                taken[EventWaiter.WaitAny([first.WaiterOf(2), second.WaiterOf(2)])]++;
        });
        scene.Check(() => Assert.Equal([2u, 1u], taken));
    });

    [Fact]
    public void Waiting_for_all_takes_all_while_another_takes_one_of_them() => Scene.Explore(2, scene =>
    {
        var first = scene.AddEvent(EventMode.Counting, [0], [1, 2]);
        var second = scene.AddEvent(EventMode.Counting, [0], [1, 2]);
        scene.Do(() =>
        {
            first.PosterOf(0).Post();
            second.PosterOf(0).Post();
            second.PosterOf(0).Post();
        });
        scene.Do(() => Assert.True(EventWaiter.WaitAll([first.WaiterOf(1), second.WaiterOf(1)])));
        scene.Do(() => Wait(second, 2, 1));
        scene.Check(() => Assert.Equal((0u, 0u), (first.Count, second.Count)));
    });

    [Fact]
    public void Who_cannot_have_all_takes_none() => Scene.Explore(2, scene =>
    {
        var first = scene.AddEvent(EventMode.AutoReset, [0], [1, 2]);
        var second = scene.AddEvent(EventMode.AutoReset, [0], [1, 2]);
        var hasAll = false;
        var hasSecond = false;
        scene.Do(() =>
        {
            first.PosterOf(0).Post();
            second.PosterOf(0).Post();
        });
        scene.Do(() => hasAll = EventWaiter.WaitAll([first.WaiterOf(1), second.WaiterOf(1)], TimeSpan.FromTicks(60)));
        scene.Do(() => hasSecond = second.WaiterOf(2).TryWait(TimeSpan.FromTicks(60)));
        scene.Check(() =>
        {
            Assert.True(hasAll ^ hasSecond, $"All: {hasAll}, the second: {hasSecond}.");
            Assert.Equal((hasAll ? 0u : 1u, 0u), (first.Count, second.Count));
        });
    });

    [Fact]
    public void Who_cannot_have_all_does_not_post_what_was_reset_meanwhile() => Scene.Explore(2, scene =>
    {
        var byHand = scene.AddEvent(EventMode.ManualReset, [0], [1, 2]);
        var once = scene.AddEvent(EventMode.AutoReset, [0], [1, 2]);
        var hasAll = false;
        var hasOnce = false;
        scene.Do(() =>
        {
            byHand.PosterOf(0).Post();
            once.PosterOf(0).Post();
        });
        scene.Do(() => hasAll = EventWaiter.WaitAll([byHand.WaiterOf(1), once.WaiterOf(1)], TimeSpan.FromTicks(40)));
        scene.Do(() =>
        {
            byHand.WaiterOf(2).Wait();
            hasOnce = once.WaiterOf(2).TryWait();
            byHand.WaiterOf(2).Reset();
        });
        scene.Check(() => Assert.Equal((0u, true), (byHand.Count, !(hasAll && hasOnce))));
    });

    [Fact]
    public void Who_waits_for_a_poster_that_stops_ends()
    {
        for (var operation = 1; operation <= 12; operation++)
        {
            var stop = operation;
            Scene.Explore(2, scene =>
            {
                var posted = scene.AddEvent(EventMode.Counting, [0], [1]);
                var other = scene.AddEvent(EventMode.Counting, [0], [1]);
                uint posts = 0, taken = 0;
                scene.DoUntil(stop, () =>
                {
                    for (;;)
                    {
                        posted.PosterOf(0).Post();
                        posts++;
                    }
                });
                scene.Do(() =>
                {
                    while (posted.WaiterOf(1).Wait())
                        taken++;
                    Assert.Equal(-1, EventWaiter.WaitAny([posted.WaiterOf(1), other.WaiterOf(1)]));
                    Assert.False(EventWaiter.WaitAll([posted.WaiterOf(1), other.WaiterOf(1)]));
                });
                scene.Check(() => Assert.InRange(taken, posts, posts + 1));
            });
        }
    }

    private static void Post(TestEvent posted, int poster, int count)
    {
        for (var i = 0; i < count; i++)
            posted.PosterOf(poster).Post();
    }

    private static void Wait(TestEvent posted, int waiter, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(posted.WaiterOf(waiter).Wait());
    }
}
