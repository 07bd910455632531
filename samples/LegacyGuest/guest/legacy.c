/*
 * Old code in C: a filter that the plant has trusted for twenty years. It takes readings from a queue, sends what it makes of them, and keeps a
 * log that outlives a reset.
 */
#include "nanokernel_channels.h"
#include "nanokernel_persistent.h"

/* The same structs as in LegacyGuest.Panel, field by field: the build compares their sizes. */
struct reading {
    int32_t level;
};

struct filtered {
    int32_t level;
    uint32_t readings;
    uint32_t run;
};

_Static_assert(offsetof(struct filtered, readings) == 4 && offsetof(struct filtered, run) == 8, "as in C#");

struct log {
    uint32_t runs;
    uint32_t readings;
};

NK_RECEIVES("readings", struct reading);
NK_SENDS("filtered", struct filtered);
NK_POSTS("alarm");
NK_PERSISTENT("log", struct log);

#define WINDOW 8
#define LIMIT 900

static void print_run(const struct log *log, enum nk_persistent_state found)
{
    nk_print("run ");
    nk_print_number(log->runs);
    switch (found) {
    case NK_PERSISTENT_FIRST_USE:
        nk_print(", the first one\n");
        break;
    case NK_PERSISTENT_INTACT:
        nk_print(", after ");
        nk_print_number(log->readings);
        nk_print(" readings\n");
        break;
    case NK_PERSISTENT_DAMAGED:
        nk_print(", the log is lost\n");
        break;
    }
}

int main(void)
{
    nk_end_t readings = nk_find_end("readings", NK_CHANNEL_END_KIND_QUEUE_RECEIVER);
    nk_end_t filtered = nk_find_end("filtered", NK_CHANNEL_END_KIND_QUEUE_SENDER);
    nk_end_t alarm = nk_find_end("alarm", NK_CHANNEL_END_KIND_EVENT_POSTER);
    nk_end_t block = nk_find_end("log", NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER);

    enum nk_persistent_state found = nk_open_persistent(block);
    struct log *log = nk_persistent_memory(block);
    log->runs++;
    nk_commit_persistent(block);
    print_run(log, found);

    int32_t window[WINDOW] = { 0 };
    int32_t sum = 0;
    struct reading reading;
    struct filtered result = { .run = log->runs };

    while (nk_receive(readings, &reading, NK_NEVER)) {
        int32_t *oldest = &window[result.readings % WINDOW];
        sum += reading.level - *oldest;
        *oldest = reading.level;
        result.readings++;
        result.level = sum / WINDOW;

        /* Kept before anybody learns of it. */
        log->readings++;
        nk_commit_persistent(block);

        if (result.level > LIMIT)
            nk_post(alarm);
        nk_send(filtered, &result, NK_NEVER);
    }
    return 0;
}
