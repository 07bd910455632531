/*
 * Persistent memory of a partition in C: blocks that are found again when the partition is restarted, and when the machine is reset without
 * losing power. At file scope the partition states a block; the type decides its size, and the build holds that against the system:
 *
 *     NK_PERSISTENT("calibration", struct calibration);
 *
 * At run time it finds the block, asks what is in it, changes it in place, and commits:
 *
 *     nk_end_t block = nk_find_end("calibration", NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER);
 *     struct calibration *calibration = nk_persistent_memory(block);
 *     if (nk_open_persistent(block) != NK_PERSISTENT_INTACT)
 *         calibration->gain = 100;
 *     nk_commit_persistent(block);
 *
 * What these functions do is what PersistentMemory<T> does in C#, word for word.
 */
#ifndef NANOKERNEL_PERSISTENT_H
#define NANOKERNEL_PERSISTENT_H

#include "nanokernel_channels.h"

/* What the build reads. */
#define NK_PERSISTENT(block, type) NK_REQUEST_END(NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER, block, sizeof(type), #type)

/* What nk_open_persistent finds. */
enum nk_persistent_state {
    /* Nothing was ever committed, or the memory has lost power since: the content is zero. */
    NK_PERSISTENT_FIRST_USE,
    /* The content is what was committed last. */
    NK_PERSISTENT_INTACT,
    /*
     * Something was committed, and it is not what it was, or it is of another size or name than the block has in this image. The content is
     * zero; the answer stays the same at every start until something is committed.
     */
    NK_PERSISTENT_DAMAGED
};

/* ---- CRC-32, four bits at a time ---- */

/* Adds bytes, at most four: the first is in the lowest bits of the word. */
static inline uint32_t nk_crc32_add(uint32_t state, uint32_t word, uint32_t bytes)
{
    /* Entry n: n, shifted right four times and divided by the polynomial on the way. */
    static const uint32_t table[16] = {
        0x00000000u, 0x1DB71064u, 0x3B6E20C8u, 0x26D930ACu, 0x76DC4190u, 0x6B6B51F4u, 0x4DB26158u, 0x5005713Cu,
        0xEDB88320u, 0xF00F9344u, 0xD6D6A3E8u, 0xCB61B38Cu, 0x9B64C2B0u, 0x86D3D2D4u, 0xA00AE278u, 0xBDBDF21Cu
    };
    state ^= bytes < 4 ? word & ((1u << bytes * 8) - 1) : word;
    for (uint32_t left = bytes * 2; left != 0; left--)
        state = state >> 4 ^ table[state & 15];
    return state;
}

/*
 * ---- The two copies of a block, and how one of them is whole at every moment ----
 *
 *              working copy           kept copy
 *   work       changes, magic 0       whole, generation n
 *   commit 1   whole, n + 1           whole, n
 *   commit 2   whole, n + 1           changes, magic 0
 *   commit 3   whole, n + 1           whole, n + 1
 *   work       changes, magic 0       whole, n + 1
 *
 * A magic is written before anything of its copy changes and after all of it has changed, so a partition that dies, or a machine that is
 * reset, leaves one of these lines behind. What leaves anything else is damage. Every access to a copy is volatile or assembly: the compiler
 * keeps their order, and so does the processor.
 */

/* The head of a copy; the content follows it. */
typedef volatile struct nk_persistent_block *nk_block_t;

static inline nk_block_t nk_working_copy(nk_end_t end)
{
    return (nk_block_t)(uintptr_t)end->address;
}

/* The next multiple of 32 bytes behind the working copy. */
static inline nk_block_t nk_kept_copy(nk_end_t end)
{
    return (nk_block_t)(uintptr_t)(end->address + ((NK_PERSISTENT_BLOCK_HEAD_BYTES + end->message_bytes + 31) & ~31u));
}

static inline volatile uint32_t *nk_block_content(nk_block_t copy)
{
    return (volatile uint32_t *)(copy + 1);
}

static inline uint32_t nk_block_checksum(nk_end_t end, nk_block_t copy, uint32_t generation)
{
    uint32_t state = nk_crc32_add(NK_CRC32_START, NK_PERSISTENT_BLOCK_MAGIC_VALUE, 4);
    state = nk_crc32_add(state, end->name_hash, 4);
    state = nk_crc32_add(state, end->fingerprint, 4);
    state = nk_crc32_add(state, end->message_bytes, 4);
    state = nk_crc32_add(state, generation, 4);
    volatile uint32_t *word = nk_block_content(copy);
    uint32_t left = end->message_bytes;
    for (; left >= 4; left -= 4)
        state = nk_crc32_add(state, *word++, 4);
    if (left != 0)
        state = nk_crc32_add(state, *word, left);
    return ~state;
}

/* A copy is a multiple of 32 bytes: there is a word behind the last byte. */
static inline uint32_t nk_block_content_words(nk_end_t end)
{
    return (end->message_bytes + 3) / 4;
}

static inline void nk_copy_content(nk_end_t end, nk_block_t from, nk_block_t to)
{
    nk_copy(nk_block_content(to), nk_block_content(from), nk_block_content_words(end) * 4);
}

static inline void nk_clear_content(nk_end_t end)
{
    volatile uint32_t *word = nk_block_content(nk_working_copy(end));
    for (uint32_t left = nk_block_content_words(end); left != 0; left--)
        *word++ = 0;
}

static inline int nk_block_is_whole(nk_end_t end, nk_block_t copy)
{
    return copy->magic == NK_PERSISTENT_BLOCK_MAGIC_VALUE && copy->name_hash == end->name_hash && copy->fingerprint == end->fingerprint
        && copy->content_bytes == end->message_bytes && copy->checksum == nk_block_checksum(end, copy, copy->generation);
}

/* Generations wrap. */
static inline int nk_block_is_newer(nk_block_t copy, nk_block_t other)
{
    return (int32_t)(copy->generation - other->generation) > 0;
}

/*
 * Whether a copy that is not whole had the latest commit, and not the one beside it that is: work has magic 0, and a broken copy of the same
 * generation has the same content. Where the magic itself is broken, the generation decides.
 */
static inline int nk_block_was_newest(nk_block_t broken, nk_block_t whole)
{
    uint32_t magic = broken->magic;
    if (magic == 0)
        return 0;
    if (magic == NK_PERSISTENT_BLOCK_MAGIC_VALUE)
        return broken->generation != whole->generation;
    return nk_block_is_newer(broken, whole);
}

/* Whether something was committed here, though neither copy is whole: memory after power-on has neither the magic nor our name. */
static inline int nk_block_is_ours(nk_end_t end, nk_block_t copy)
{
    uint32_t magic = copy->magic;
    return magic == NK_PERSISTENT_BLOCK_MAGIC_VALUE
        || (magic != 0 && (copy->name_hash == end->name_hash || copy->fingerprint == end->fingerprint));
}

static inline void nk_seal_block(nk_end_t end, nk_block_t copy, uint32_t generation, uint32_t checksum)
{
    copy->name_hash = end->name_hash;
    copy->fingerprint = end->fingerprint;
    copy->content_bytes = end->message_bytes;
    copy->generation = generation;
    copy->checksum = checksum;
    copy->magic = NK_PERSISTENT_BLOCK_MAGIC_VALUE;
}

/* Takes the working copy, which is whole, over into the kept one. */
static inline void nk_keep_block(nk_end_t end)
{
    nk_block_t working = nk_working_copy(end), kept = nk_kept_copy(end);
    kept->magic = 0;
    nk_copy_content(end, working, kept);
    nk_seal_block(end, kept, working->generation, working->checksum);
    working->magic = 0;
}

/*
 * Leaves a kept copy that is none and says that there was one: so this is found again until the next commit, whose generation is 1, too.
 */
static inline enum nk_persistent_state nk_lose_block(nk_end_t end)
{
    nk_block_t working = nk_working_copy(end), kept = nk_kept_copy(end);
    kept->magic = NK_PERSISTENT_BLOCK_MAGIC_VALUE;
    kept->name_hash = ~end->name_hash;
    working->magic = 0;
    kept->generation = 1;
    working->generation = 0;
    nk_clear_content(end);
    return NK_PERSISTENT_DAMAGED;
}

/* Finds what was committed last, and makes it the content of the working copy. */
static inline enum nk_persistent_state nk_restore_block(nk_end_t end)
{
    nk_block_t working = nk_working_copy(end), kept = nk_kept_copy(end);
    int working_is_whole = nk_block_is_whole(end, working);
    int kept_is_whole = nk_block_is_whole(end, kept);
    if (kept_is_whole && !(working_is_whole && nk_block_is_newer(working, kept))) {
        if (!working_is_whole && nk_block_was_newest(working, kept))
            return nk_lose_block(end);
        working->magic = 0;
        working->generation = kept->generation;
        nk_copy_content(end, kept, working);
        return NK_PERSISTENT_INTACT;
    }
    if (working_is_whole) {
        if (!kept_is_whole && nk_block_was_newest(kept, working))
            return nk_lose_block(end);
        nk_keep_block(end);
        return NK_PERSISTENT_INTACT;
    }
    if (nk_block_is_ours(end, working) || nk_block_is_ours(end, kept))
        return nk_lose_block(end);
    working->magic = 0;
    kept->magic = 0;
    working->generation = 0;
    nk_clear_content(end);
    return NK_PERSISTENT_FIRST_USE;
}

/* ---- What a partition calls. Not for main and the handler of interrupts at the same time ---- */

/*
 * Finds what was committed last and makes it the content. The first call since the partition has started does that, in a time that the size
 * of the block bounds; later ones repeat the answer and leave the content as it is. Returns whether there was something, and whether it is
 * what was committed.
 */
static inline enum nk_persistent_state nk_open_persistent(nk_end_t end)
{
    volatile struct nk_channel_end_state *state = nk_end_state(end);
    if (state->opened == 0)
        state->opened = (uint32_t)nk_restore_block(end) + 1;
    nk_compiler_barrier();
    return (enum nk_persistent_state)(state->opened - 1);
}

/*
 * The content, aligned to 32 bytes, to be read and changed in place; the address stays valid. What is changed is kept once it is committed.
 * The first use opens the block.
 */
static inline void *nk_persistent_memory(nk_end_t end)
{
    nk_open_persistent(end);
    return (void *)(uintptr_t)(end->address + NK_PERSISTENT_BLOCK_HEAD_BYTES);
}

/*
 * Keeps the content as it is now. Whenever the partition dies or the machine is reset in it, either this content is found or the one that was
 * committed before, whole. Takes a time that the size of the block bounds, and no hypercall. A handler of interrupts that changes the content
 * meanwhile has to be held back, with nk_disable_interrupts.
 */
static inline void nk_commit_persistent(nk_end_t end)
{
    nk_open_persistent(end);
    nk_block_t working = nk_working_copy(end);
    uint32_t generation = working->generation + 1;
    nk_seal_block(end, working, generation, nk_block_checksum(end, working, generation));
    nk_keep_block(end);
}

#endif
