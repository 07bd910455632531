/*
 * Channels of a partition in C. At file scope it states which ends it needs, and the build holds that against the system and the partitions
 * at the other side; of what is sent, it compares the size:
 *
 *     NK_SENDS("telemetry", struct sample);
 *
 * At run time it finds them by name and kind:
 *
 *     nk_end_t telemetry = nk_find_end("telemetry", NK_CHANNEL_END_KIND_QUEUE_SENDER);
 *
 * What an end's functions do is what Sender<T>, Receiver<T>, EventPoster and EventWaiter do in C#, word for word: neither side trusts the
 * other, and none takes a hypercall unless the other side waits. An end is for main or for the handler of interrupts, not for both at the
 * same time. Blocks of persistent memory, which have one side only, are in nanokernel_persistent.h.
 */
#ifndef NANOKERNEL_CHANNELS_H
#define NANOKERNEL_CHANNELS_H

#include "nanokernel_guest.h"

/* ---- What the build reads ---- */

#define NK_SENDS(channel, type) NK_REQUEST_END(NK_CHANNEL_END_KIND_QUEUE_SENDER, channel, sizeof(type), #type)
#define NK_RECEIVES(channel, type) NK_REQUEST_END(NK_CHANNEL_END_KIND_QUEUE_RECEIVER, channel, sizeof(type), #type)
#define NK_POSTS(channel) NK_REQUEST_END(NK_CHANNEL_END_KIND_EVENT_POSTER, channel, 0, "")
#define NK_AWAITS(channel) NK_REQUEST_END(NK_CHANNEL_END_KIND_EVENT_WAITER, channel, 0, "")
#define NK_SHARES(channel, type) NK_REQUEST_END(NK_CHANNEL_END_KIND_SHARED_MEMORY_WRITER, channel, sizeof(type), #type)
#define NK_VIEWS(channel, type) NK_REQUEST_END(NK_CHANNEL_END_KIND_SHARED_MEMORY_READER, channel, sizeof(type), #type)

#define NK_REQUEST_END(end_kind, end_channel, bytes, type_text) \
    static const struct nk_requested_end NK_UNIQUE(nk_requested_end_, __COUNTER__) \
        __attribute__((used, section(".nanokernel.ends"), aligned(4))) = { \
        .kind = end_kind, .message_bytes = bytes, .channel = end_channel, .message_type = type_text }
#define NK_UNIQUE(name, number) NK_UNIQUE_(name, number)
#define NK_UNIQUE_(name, number) name##number

/* ---- Ends ---- */

/* The record of an end in the information page: what the build decided, and no peer can change. */
typedef const volatile struct nk_channel_end *nk_end_t;

/* Finds the end of a channel; NULL where the partition has none, which the build does not let happen to one that it stated. */
static inline nk_end_t nk_find_end(const char *channel, uint32_t kind)
{
    uint32_t hash = 0x811C9DC5u; /* FNV-1a */
    for (; *channel != '\0'; channel++)
        hash = (hash ^ (uint8_t)*channel) * 0x01000193u;
    nk_end_t end = (nk_end_t)(NK_VIRTUAL_MEMORY_MAP_INFORMATION_PAGE + NK_INFORMATION_PAGE_CHANNEL_ENDS_OFFSET);
    for (uint32_t i = 0; i < nk_information()->channel_end_count; i++, end++) {
        if (end->kind == kind && end->name_hash == hash)
            return end;
    }
    return NULL;
}

/* What the partition itself keeps of an end. */
static inline volatile struct nk_channel_end_state *nk_end_state(nk_end_t end)
{
    return (volatile struct nk_channel_end_state *)(NK_VIRTUAL_MEMORY_MAP_CONTROL_PAGE + NK_CONTROL_PAGE_CHANNEL_STATES_OFFSET)
        + end->end_index;
}

/* Messages that were lost at this end; wraps at 2^32. */
static inline uint32_t nk_lost(nk_end_t end)
{
    return nk_end_state(end)->lost;
}

/* Whether every partition at the other side has ended or was stopped. */
static inline int nk_has_no_peer(nk_end_t end)
{
    return (end->peers & ~nk_information()->stopped_partitions) == 0;
}

/* Wakes those of the partitions at the other side that are in the mask. */
static inline void nk_notify(nk_end_t end, uint32_t peers)
{
    nk_hypercall(NK_HYPERCALL_NOTIFY, end->end_index, peers);
}

static inline void nk_copy(volatile void *to, const volatile void *from, uint32_t bytes)
{
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(bytes) : : "memory");
}

/* ---- Queues: a ring for each partition at the other side ---- */

typedef volatile struct nk_queue_header *nk_ring_t;

static inline nk_ring_t nk_first_ring(nk_end_t end)
{
    return (nk_ring_t)(uintptr_t)end->address;
}

static inline nk_ring_t nk_next_ring(nk_end_t end, nk_ring_t ring)
{
    return (nk_ring_t)((uintptr_t)ring + end->ring_stride);
}

/* Any index names a slot: the mask sees to that. */
static inline volatile void *nk_slot(nk_end_t end, nk_ring_t ring, uint32_t index)
{
    return (volatile uint8_t *)ring + NK_QUEUE_HEADER_SLOTS_OFFSET + (index & end->slot_mask) * end->message_bytes;
}

/* The lowest bit of a mask. */
static inline uint32_t nk_lowest(uint32_t mask)
{
    return mask & (0 - mask);
}

/* Whether a full ring does not keep a message back: the oldest makes room, or nobody will ever read it. */
static inline int nk_takes_always(nk_end_t end, uint32_t peer)
{
    return end->policy == NK_QUEUE_OVERFLOW_POLICY_OVERWRITE_OLDEST || (nk_information()->stopped_partitions & peer) != 0;
}

/* The receivers whose rings have room. What a hostile receiver writes can only make its ring look full. */
static inline uint32_t nk_with_room(nk_end_t end)
{
    uint32_t takers = 0;
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring)) {
        if (ring->tail - ring->head < end->capacity || nk_takes_always(end, nk_lowest(rest)))
            takers |= nk_lowest(rest);
    }
    return takers;
}

/* Puts a message into the rings of some receivers. */
static inline void nk_put(nk_end_t end, const void *message, uint32_t takers)
{
    uint32_t waiting = 0;
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring)) {
        if ((takers & nk_lowest(rest)) == 0)
            continue;
        uint32_t tail = ring->tail;
        nk_copy(nk_slot(end, ring, tail), message, end->message_bytes);
        ring->tail = tail + 1;
        /* There is one processor: what was written before is seen by whoever runs next. */
        if (ring->receiver_waits != 0)
            waiting |= nk_lowest(rest);
    }
    if (waiting != 0)
        nk_notify(end, waiting);
}

static inline void nk_set_sender_waits(nk_end_t end, uint32_t value)
{
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring))
        ring->sender_waits = value;
}

/* Sends a message to all receivers if each has room, otherwise to none; never waits. Returns whether it was sent. */
static inline int nk_try_send(nk_end_t end, const void *message)
{
    uint32_t peers = end->peers;
    if (nk_with_room(end) != peers)
        return 0;
    nk_put(end, message, peers);
    return 1;
}

/*
 * Sends a message in the way that the queue was declared for when it is full: waits for room until a time-stamp (NK_NEVER: as long as it
 * takes), leaves full rings out, or overwrites the oldest message. Returns whether every receiver that is still there will see it. Not for
 * interrupt handlers where the queue blocks.
 */
static inline int nk_send(nk_end_t end, const void *message, uint64_t deadline)
{
    if (end->policy == NK_QUEUE_OVERFLOW_POLICY_REJECT) {
        uint32_t takers = nk_with_room(end);
        nk_put(end, message, takers);
        if (takers == end->peers)
            return !nk_has_no_peer(end);
        nk_end_state(end)->lost++;
        return 0;
    }
    while (!nk_try_send(end, message)) {
        if (nk_timestamp() >= deadline)
            return 0;
        nk_set_sender_waits(end, 1);
        if (nk_with_room(end) != end->peers)
            nk_wait(deadline);
        nk_set_sender_waits(end, 0);
    }
    return !nk_has_no_peer(end);
}

static inline void nk_set_receiver_waits(nk_end_t end, uint32_t value)
{
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring))
        ring->receiver_waits = value;
}

static inline int nk_is_empty(nk_end_t end)
{
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring)) {
        if (ring->tail != ring->head)
            return 0;
    }
    return 1;
}

/* What the sender says to be there cannot be. */
static inline void nk_drop(nk_end_t end, nk_ring_t ring)
{
    ring->head = ring->tail;
    nk_end_state(end)->lost++;
}

/*
 * Takes a message from one ring: it may be empty; its sender may overwrite the oldest message, maybe while we copy it; or it wrote
 * nonsense. A sender that overwrites faster than we copy costs eight attempts.
 */
static inline int nk_take(nk_end_t end, nk_ring_t ring, uint32_t peer, void *message)
{
    uint32_t head = ring->head;
    for (int attempt = 0; attempt < 8; attempt++) {
        uint32_t count = ring->tail - head;
        if (count == 0)
            return 0;
        if (count > end->capacity) {
            if (end->policy != NK_QUEUE_OVERFLOW_POLICY_OVERWRITE_OLDEST || count > INT32_MAX) {
                nk_drop(end, ring);
                return 0;
            }
            nk_end_state(end)->lost += count - end->capacity;
            head += count - end->capacity;
        }
        nk_copy(message, nk_slot(end, ring, head), end->message_bytes);
        /* Whole, unless the sender has meanwhile come round to this slot. */
        if (ring->tail - head <= end->capacity) {
            ring->head = head + 1;
            if (ring->sender_waits != 0)
                nk_notify(end, peer);
            return 1;
        }
    }
    return 0;
}

/* Takes a message from one of some senders, the lowest first. */
static inline int nk_take_from(nk_end_t end, uint32_t senders, void *message)
{
    nk_ring_t ring = nk_first_ring(end);
    for (uint32_t rest = end->peers; rest != 0; rest &= rest - 1, ring = nk_next_ring(end, ring)) {
        uint32_t peer = nk_lowest(rest);
        if ((senders & peer) == 0 || !nk_take(end, ring, peer, message))
            continue;
        nk_end_state(end)->latest_peer = peer;
        return 1;
    }
    return 0;
}

/* Receives a message if there is one; never waits. The senders take turns. Returns whether there was one. */
static inline int nk_try_receive(nk_end_t end, void *message)
{
    /* Those behind the sender that was served last come first. */
    uint32_t latest = nk_end_state(end)->latest_peer;
    uint32_t behind = end->peers & ~(latest | (latest - 1));
    return nk_take_from(end, behind, message) || nk_take_from(end, end->peers & ~behind, message);
}

/*
 * Receives a message; waits for it until a time-stamp (NK_NEVER: as long as it takes). Returns whether there was one: not once every sender
 * has ended and the queue is empty. Not for interrupt handlers.
 */
static inline int nk_receive(nk_end_t end, void *message, uint64_t deadline)
{
    while (!nk_try_receive(end, message)) {
        /* What a sender sent before it ended has come before we learn of its end. */
        if (nk_has_no_peer(end))
            return nk_try_receive(end, message);
        if (nk_timestamp() >= deadline)
            return 0;
        nk_set_receiver_waits(end, 1);
        if (nk_is_empty(end))
            nk_wait(deadline);
        nk_set_receiver_waits(end, 0);
    }
    return 1;
}

/* ---- Events: two words that all sides change atomically. Any value in them is valid. ---- */

static inline volatile struct nk_event_header *nk_event(nk_end_t end)
{
    return (volatile struct nk_event_header *)(uintptr_t)end->address;
}

static inline uint32_t nk_exchange(volatile uint32_t *word, uint32_t value)
{
    __asm__ volatile("xchgl %0, %1" : "+r"(value), "+m"(*word) : : "memory");
    return value;
}

static inline uint32_t nk_compare_exchange(volatile uint32_t *word, uint32_t value, uint32_t expected)
{
    __asm__ volatile("lock; cmpxchgl %2, %1" : "+a"(expected), "+m"(*word) : "r"(value) : "memory", "cc");
    return expected;
}

/* Whether the event is posted and not over yet. */
static inline int nk_event_is_set(nk_end_t end)
{
    return nk_event(end)->count != 0;
}

/* Posts an event: lets waiters go on as it was declared to. For interrupt handlers too. */
static inline void nk_post(nk_end_t end)
{
    volatile struct nk_event_header *event = nk_event(end);
    if (end->policy == NK_EVENT_MODE_COUNTING) {
        uint32_t seen = event->count;
        while (seen != UINT32_MAX) {
            uint32_t found = nk_compare_exchange(&event->count, seen + 1, seen);
            if (found == seen)
                break;
            seen = found;
        }
    } else {
        nk_exchange(&event->count, 1);
    }
    uint32_t waiting = event->waiting & end->peers;
    if (waiting != 0)
        nk_notify(end, waiting);
}

/* Takes all posts back that nobody has gone on with. */
static inline void nk_reset(nk_end_t end)
{
    nk_exchange(&nk_event(end)->count, 0);
}

/* Goes on with a post if there is one; never waits. Returns whether there was one. */
static inline int nk_try_await(nk_end_t end)
{
    volatile struct nk_event_header *event = nk_event(end);
    if (end->policy == NK_EVENT_MODE_AUTO_RESET)
        return nk_exchange(&event->count, 0) != 0;
    if (end->policy != NK_EVENT_MODE_COUNTING)
        return event->count != 0;
    uint32_t seen = event->count;
    while (seen != 0) {
        uint32_t found = nk_compare_exchange(&event->count, seen - 1, seen);
        if (found == seen)
            return 1;
        seen = found;
    }
    return 0;
}

/* Says, or no longer says, that this partition waits. */
static inline void nk_set_event_waiting(nk_end_t end, int waits)
{
    volatile struct nk_event_header *event = nk_event(end);
    uint32_t own = 1u << nk_information()->partition_index;
    if (waits)
        __asm__ volatile("lock; orl %1, %0" : "+m"(event->waiting) : "r"(own) : "memory", "cc");
    else
        __asm__ volatile("lock; andl %1, %0" : "+m"(event->waiting) : "r"(~own) : "memory", "cc");
}

/* Whether all that post the event have ended or were stopped. Of an event, the capacity of an end is the mask of the posters. */
static inline int nk_has_no_poster(nk_end_t end)
{
    return (end->capacity & ~nk_information()->stopped_partitions) == 0;
}

/*
 * Waits until the event is posted, or until a time-stamp (NK_NEVER: as long as it takes). Returns whether it was: not once all that post it
 * have ended. Not for interrupt handlers.
 */
static inline int nk_await(nk_end_t end, uint64_t deadline)
{
    while (!nk_try_await(end)) {
        if (nk_has_no_poster(end))
            return nk_try_await(end);
        if (nk_timestamp() >= deadline)
            return 0;
        nk_set_event_waiting(end, 1);
        if (!nk_event_is_set(end))
            nk_wait(deadline);
        nk_set_event_waiting(end, 0);
    }
    return 1;
}

static inline void nk_set_events_waiting(const nk_end_t *ends, uint32_t count, int waits)
{
    for (uint32_t i = 0; i < count; i++)
        nk_set_event_waiting(ends[i], waits);
}

static inline uint32_t nk_count_set_events(const nk_end_t *ends, uint32_t count)
{
    uint32_t set = 0;
    for (uint32_t i = 0; i < count; i++)
        set += nk_event_is_set(ends[i]) ? 1 : 0;
    return set;
}

/*
 * Waits until one of several events is posted, or until a time-stamp (NK_NEVER: as long as it takes); goes on with the first of them that is.
 * Returns its place; -1 where none was posted in time, and once all that post any of them have ended. Not for interrupt handlers.
 */
static inline int32_t nk_await_any(const nk_end_t *ends, uint32_t count, uint64_t deadline)
{
    for (;;) {
        /* An event whose posters have ended by now has had its last post. */
        int is_hopeless = 1;
        for (uint32_t i = 0; i < count; i++)
            is_hopeless &= nk_has_no_poster(ends[i]);
        for (uint32_t i = 0; i < count; i++) {
            if (nk_try_await(ends[i]))
                return (int32_t)i;
        }
        if (is_hopeless || nk_timestamp() >= deadline)
            return -1;
        nk_set_events_waiting(ends, count, 1);
        if (nk_count_set_events(ends, count) == 0)
            nk_wait(deadline);
        nk_set_events_waiting(ends, count, 0);
    }
}

/*
 * Goes on with all of several events or with none; never waits. Where another waiter was faster with one of them, what was taken is posted
 * anew: that wakes whoever went to sleep meanwhile. Of an event that is reset by hand nothing was taken, and it may have been reset since.
 */
static inline int nk_try_await_all(const nk_end_t *ends, uint32_t count)
{
    if (nk_count_set_events(ends, count) != count)
        return 0;
    for (uint32_t i = 0; i < count; i++) {
        if (nk_try_await(ends[i]))
            continue;
        while (i-- > 0) {
            if (ends[i]->policy != NK_EVENT_MODE_MANUAL_RESET)
                nk_post(ends[i]);
        }
        return 0;
    }
    return 1;
}

/*
 * Waits until all of several events, each given once, are posted, or until a time-stamp (NK_NEVER: as long as it takes); goes on with all of
 * them at once, or with none. Returns whether they were: not once all that post one of them have ended. Not for interrupt handlers.
 */
static inline int nk_await_all(const nk_end_t *ends, uint32_t count, uint64_t deadline)
{
    for (;;) {
        int is_hopeless = 0;
        for (uint32_t i = 0; i < count; i++)
            is_hopeless |= nk_has_no_poster(ends[i]) && !nk_event_is_set(ends[i]);
        if (nk_try_await_all(ends, count))
            return 1;
        if (is_hopeless || nk_timestamp() >= deadline)
            return 0;
        nk_set_events_waiting(ends, count, 1);
        if (nk_count_set_events(ends, count) != count)
            nk_wait(deadline);
        nk_set_events_waiting(ends, count, 0);
    }
}

/* ---- Shared memory ---- */

/* The first byte of shared memory as this partition sees it. What is in it changes while it is read. */
static inline volatile void *nk_shared_memory(nk_end_t end)
{
    return (volatile void *)(uintptr_t)end->address;
}

#endif
