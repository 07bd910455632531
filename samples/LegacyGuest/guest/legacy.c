/* Old code in C: a filter that the plant has trusted for twenty years. It takes readings from a queue and sends what it makes of them. */
#include "nanokernel_channels.h"

/* The same structs as in LegacyGuest.Panel, field by field: the build compares their sizes. */
struct reading {
    int32_t level;
};

struct filtered {
    int32_t level;
    uint32_t readings;
};

_Static_assert(offsetof(struct filtered, readings) == 4, "as in C#");

NK_RECEIVES("readings", struct reading);
NK_SENDS("filtered", struct filtered);
NK_POSTS("alarm");

#define WINDOW 8
#define LIMIT 900

int main(void)
{
    nk_end_t readings = nk_find_end("readings", NK_CHANNEL_END_KIND_QUEUE_RECEIVER);
    nk_end_t filtered = nk_find_end("filtered", NK_CHANNEL_END_KIND_QUEUE_SENDER);
    nk_end_t alarm = nk_find_end("alarm", NK_CHANNEL_END_KIND_EVENT_POSTER);

    int32_t window[WINDOW] = { 0 };
    int32_t sum = 0;
    struct reading reading;
    struct filtered result = { .level = 0 };

    nk_print("the filter runs\n");
    while (nk_receive(readings, &reading, NK_NEVER)) {
        int32_t *oldest = &window[result.readings % WINDOW];
        sum += reading.level - *oldest;
        *oldest = reading.level;
        result.readings++;
        result.level = sum / WINDOW;
        if (result.level > LIMIT)
            nk_post(alarm);
        nk_send(filtered, &result, NK_NEVER);
    }
    return 0;
}
