/*
 * What a partition in C calls: the hypercalls of nanokernel.h, and what takes none of them. C11 with GNU inline assembly, as gcc, clang
 * and tcc have it; no library is needed. Everything here is for the partition's one thread of execution; what interrupt handlers may not
 * call says so.
 */
#ifndef NANOKERNEL_GUEST_H
#define NANOKERNEL_GUEST_H

#include "nanokernel.h"

#if defined __TINYC__ && defined __attribute__
#undef __attribute__ /* The headers of glibc take it away from compilers that are not gcc. */
#endif

/* The deadline of a wait that ends only when something comes. */
#define NK_NEVER UINT64_MAX

/* The page that the build wrote for this partition; it is read-only, and the kernel changes it only while the partition does not run. */
static inline const volatile struct nk_information_page *nk_information(void)
{
    return (const volatile struct nk_information_page *)NK_VIRTUAL_MEMORY_MAP_INFORMATION_PAGE;
}

/* The page that the partition shares with the kernel. */
static inline volatile struct nk_control_page *nk_control(void)
{
    return (volatile struct nk_control_page *)NK_VIRTUAL_MEMORY_MAP_CONTROL_PAGE;
}

/* Keeps the compiler from moving reads and writes of memory across. There is one processor: it needs no fence. */
static inline void nk_compiler_barrier(void)
{
    __asm__ volatile("" ::: "memory");
}

/* ---- Hypercalls. A negative result is a NK_HYPERCALL_STATUS_... ---- */

/* Calls the kernel with a number and two arguments. */
static inline int32_t nk_hypercall(uint32_t number, uint32_t first, uint32_t second)
{
    int32_t result;
    __asm__ volatile("int %[vector]"
                     : "=a"(result), "+d"(second)
                     : "0"(number), "c"(first), [vector] "i"(NK_HYPERCALL_VECTOR)
                     : "memory", "cc");
    return result;
}

/* Ends the partition. Does not return. */
static inline _Noreturn void nk_exit(int exit_code)
{
    for (;;)
        nk_hypercall(NK_HYPERCALL_EXIT, (uint32_t)exit_code, 0);
}

/* Ends the system with an exit code from 0 to 127, where the system grants that. Returns only where it does not. */
static inline int32_t nk_end_system(int exit_code)
{
    return nk_hypercall(NK_HYPERCALL_END_SYSTEM, (uint32_t)exit_code, 0);
}

/* Stops the partition with a fault record that shows the message, of which the first 64 characters are kept. Does not return. */
static inline _Noreturn void nk_panic(const char *message)
{
    uint16_t text[64];
    struct nk_panic_request request = { .reason = NK_PANIC_REASON_FAIL_FAST };
    uint32_t length = 0;
    while (length < sizeof text / sizeof text[0] && message[length] != '\0') {
        text[length] = (uint8_t)message[length];
        length++;
    }
    request.message_text = (uint32_t)(uintptr_t)text;
    request.message_length = length;
    for (;;)
        nk_hypercall(NK_HYPERCALL_PANIC, (uint32_t)(uintptr_t)&request, 0);
}

/* Goes behind the partitions of equal priority that are ready. */
static inline void nk_yield(void)
{
    nk_hypercall(NK_HYPERCALL_YIELD, 0, 0);
}

/*
 * Waits until an interrupt or a notification has come since the last wait, or until a time-stamp has passed (NK_NEVER: none). Returns
 * whether something came. Every call that can wait is such a wait, so look at what you wait for right before. Not for interrupt handlers.
 */
static inline int nk_wait(uint64_t deadline)
{
    return nk_hypercall(NK_HYPERCALL_WAIT, (uint32_t)deadline, (uint32_t)(deadline >> 32)) == 0;
}

/* Lets the partition's timer raise NK_VIRTUAL_INTERRUPT_TIMER at a time-stamp; NK_NEVER stops it. */
static inline void nk_set_timer(uint64_t deadline)
{
    nk_hypercall(NK_HYPERCALL_SET_TIMER, (uint32_t)deadline, (uint32_t)(deadline >> 32));
}

/* ---- Ports: one that the system does not give to the partition stops it. ---- */

static inline uint8_t nk_in8(uint16_t port)
{
    uint8_t value;
    __asm__ volatile("inb %w1, %b0" : "=a"(value) : "d"(port) : "memory");
    return value;
}

static inline uint16_t nk_in16(uint16_t port)
{
    uint16_t value;
    __asm__ volatile("inw %w1, %w0" : "=a"(value) : "d"(port) : "memory");
    return value;
}

static inline uint32_t nk_in32(uint16_t port)
{
    uint32_t value;
    __asm__ volatile("inl %w1, %0" : "=a"(value) : "d"(port) : "memory");
    return value;
}

static inline void nk_out8(uint16_t port, uint8_t value)
{
    __asm__ volatile("outb %b0, %w1" : : "a"(value), "d"(port) : "memory");
}

static inline void nk_out16(uint16_t port, uint16_t value)
{
    __asm__ volatile("outw %w0, %w1" : : "a"(value), "d"(port) : "memory");
}

static inline void nk_out32(uint16_t port, uint32_t value)
{
    __asm__ volatile("outl %0, %w1" : : "a"(value), "d"(port) : "memory");
}

/* ---- The console: a UART that the system gives to the partition, or the kernel's debug console. ---- */

/* Writes to a 16550 (National Semiconductor PC16550D, table II), 115,200 baud, 8 data bits, no parity, 1 stop bit. */
static inline void nk_write_uart(uint16_t port, const char *text, size_t bytes)
{
    static int ready;
    if (!ready) {
        ready = 1;
        nk_out8((uint16_t)(port + 3), 0x83); /* line control, with access to the divisor */
        nk_out8(port, 1);
        nk_out8((uint16_t)(port + 1), 0);
        nk_out8((uint16_t)(port + 3), 0x03);
        nk_out8((uint16_t)(port + 2), 0x01); /* FIFO */
    }
    for (size_t i = 0; i < bytes; i++) {
        while (i % 16 == 0 && (nk_in8((uint16_t)(port + 5)) & 0x20) == 0) {
        }
        nk_out8(port, (uint8_t)text[i]);
    }
}

/* Writes bytes. */
static inline void nk_write(const char *text, size_t bytes)
{
    uint32_t port = nk_information()->console_port;
    if (port != 0) {
        nk_write_uart((uint16_t)port, text, bytes);
        return;
    }
    while (bytes > 0) {
        uint32_t count = bytes < NK_HYPERCALL_CONSOLE_WRITE_MAXIMUM ? (uint32_t)bytes : NK_HYPERCALL_CONSOLE_WRITE_MAXIMUM;
        int32_t written = nk_hypercall(NK_HYPERCALL_WRITE_CONSOLE, (uint32_t)(uintptr_t)text, count);
        if (written <= 0)
            return;
        text += written;
        bytes -= (size_t)written;
    }
}

/* Writes a text that ends with a zero. */
static inline void nk_print(const char *text)
{
    size_t bytes = 0;
    while (text[bytes] != '\0')
        bytes++;
    nk_write(text, bytes);
}

/* Writes a number in decimal. */
static inline void nk_print_number(uint32_t number)
{
    char digits[10];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    nk_write(digits + first, sizeof digits - first);
}

/* ---- Time: the time-stamp counter, and nanoseconds since boot, the same in every partition. ---- */

/* The value of the time-stamp counter. */
static inline uint64_t nk_timestamp(void)
{
    uint32_t low, high;
    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
    return (uint64_t)high << 32 | low;
}

/* Divides bit by bit: a compiler's own 64-bit division is a function of its library. */
static inline uint64_t nk_divide(uint64_t dividend, uint64_t divisor, uint64_t *remainder)
{
    uint64_t quotient = 0, rest = 0;
    for (int bit = 0; bit < 64; bit++) {
        rest = rest << 1 | dividend >> 63;
        dividend <<= 1;
        quotient <<= 1;
        if (rest >= divisor) {
            rest -= divisor;
            quotient |= 1;
        }
    }
    *remainder = rest;
    return quotient;
}

/* The nanoseconds from boot to a time-stamp. */
static inline uint64_t nk_to_nanoseconds(uint64_t timestamp)
{
    uint64_t frequency = nk_information()->tsc_frequency, rest, unused;
    uint64_t seconds = nk_divide(timestamp - nk_information()->tsc_at_boot, frequency, &rest);
    return seconds * 1000000000u + nk_divide(rest * 1000000000u, frequency, &unused);
}

/* The time-stamp of a time, given in nanoseconds since boot; rounded up, so that nobody is woken before the time. */
static inline uint64_t nk_to_timestamp(uint64_t nanoseconds)
{
    uint64_t frequency = nk_information()->tsc_frequency, rest, unused;
    uint64_t seconds = nk_divide(nanoseconds, 1000000000u, &rest);
    return nk_information()->tsc_at_boot + seconds * frequency + nk_divide(rest * frequency + 999999999u, 1000000000u, &unused);
}

/* The nanoseconds since boot. */
static inline uint64_t nk_now(void)
{
    return nk_to_nanoseconds(nk_timestamp());
}

/* Waits until a time in nanoseconds since boot; other partitions run meanwhile. Not for interrupt handlers. */
static inline void nk_sleep_until(uint64_t nanoseconds)
{
    uint64_t deadline = nk_to_timestamp(nanoseconds);
    while (nk_timestamp() < deadline && nk_wait(deadline)) {
    }
    /* The kernel wakes us a moment before. */
    while (nk_timestamp() < deadline) {
    }
}

/* ---- Interrupts: lines that the partition owns, and its timer. ---- */

/*
 * Takes what is pending and clears it: bit n is line n, bit NK_VIRTUAL_INTERRUPT_TIMER the timer. For a partition that polls, which is
 * one that is not linked with nanokernel_upcall.c: nk_wait returns when something is pending.
 */
static inline uint32_t nk_take_interrupts(void)
{
    uint32_t pending = 0;
    __asm__ volatile("xchgl %0, %1" : "+r"(pending), "+m"(nk_control()->pending_interrupts) : : "memory");
    return pending;
}

/* The partition's handler: nanokernel_upcall.c calls it, between any two instructions, with what is pending. It must not wait. */
void nk_on_interrupts(uint32_t pending);

/* Holds the handler back. Returns whether it was held back before. Takes no hypercall. */
static inline int nk_disable_interrupts(void)
{
    int were_disabled = nk_control()->virtual_interrupt_flag == 0;
    nk_control()->virtual_interrupt_flag = 0;
    nk_compiler_barrier();
    return were_disabled;
}

/* Lets the handler run; what became pending in between runs before this returns. Takes no hypercall. */
static inline void nk_enable_interrupts(void)
{
    nk_compiler_barrier();
    nk_control()->virtual_interrupt_flag = 1;
    while (nk_control()->pending_interrupts != 0) {
        nk_control()->virtual_interrupt_flag = 0;
        nk_on_interrupts(nk_take_interrupts());
        nk_control()->virtual_interrupt_flag = 1;
    }
}

/* Lets a line interrupt: at first, and for a level-triggered line whenever its device has been served. */
static inline int32_t nk_unmask_interrupt(uint32_t line)
{
    return nk_hypercall(NK_HYPERCALL_UNMASK_INTERRUPT, line, 0);
}

/* Keeps a line from interrupting. */
static inline int32_t nk_mask_interrupt(uint32_t line)
{
    return nk_hypercall(NK_HYPERCALL_MASK_INTERRUPT, line, 0);
}

#endif
