/*
 * Start-up of a partition in C: link it in, and main is called on the partition's stack; what it returns is the partition's exit code.
 * Interrupts are held back until nk_enable_interrupts.
 */
#include "nanokernel_guest.h"

int main(void);
_Noreturn void nk_run_main(void);

/* The kernel enters here with ESP at the end of the stack, a multiple of 16, and every other register zero. */
__asm__(".text\n"
        ".globl _start\n"
        ".type _start, @function\n"
        "_start:\n"
        "    call nk_run_main\n"
        ".size _start, . - _start\n");

_Noreturn void nk_run_main(void)
{
    nk_exit(main());
}

/* What compilers call of themselves where structures are copied and cleared. A guest's own definitions take precedence. */
#define NK_WEAK __attribute__((weak))

void *memcpy(void *restrict to, const void *restrict from, size_t bytes);
void *memmove(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);
int memcmp(const void *left, const void *right, size_t bytes);

NK_WEAK void *memcpy(void *restrict to, const void *restrict from, size_t bytes)
{
    void *next = to;
    __asm__ volatile("rep movsb" : "+D"(next), "+S"(from), "+c"(bytes) : : "memory");
    return to;
}

NK_WEAK void *memmove(void *to, const void *from, size_t bytes)
{
    unsigned char *next = to;
    const unsigned char *source = from;
    if ((uintptr_t)to - (uintptr_t)from >= bytes)
        return memcpy(to, from, bytes);
    while (bytes-- > 0)
        *(volatile unsigned char *)(next + bytes) = source[bytes];
    return to;
}

NK_WEAK void *memset(void *to, int value, size_t bytes)
{
    void *next = to;
    __asm__ volatile("rep stosb" : "+D"(next), "+c"(bytes) : "a"(value) : "memory");
    return to;
}

NK_WEAK int memcmp(const void *left, const void *right, size_t bytes)
{
    const unsigned char *a = left, *b = right;
    for (; bytes > 0; a++, b++, bytes--) {
        if (*a != *b)
            return *a - *b;
    }
    return 0;
}
