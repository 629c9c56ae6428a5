/* Lets calls of the C library fail below a folder: from the FAULT_NUMBER-th on, once or (FAULT_LASTS) always, as
   FAULT_ERRNO says. FAULT_CALLS lists which; each that failed is a line in FAULT_LOG. For LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long count;

static int fails(const char *call, const char *path) {
    const char *root = getenv("FAULT_ROOT"), *calls = getenv("FAULT_CALLS"), *log = getenv("FAULT_LOG");
    char line[5000];
    if (!root || !calls || !log || !path || !strstr(calls, call) || strncmp(path, root, strlen(root))) return 0;
    long number = atol(getenv("FAULT_NUMBER")), now = __sync_add_and_fetch(&count, 1);
    if (now < number || (now > number && !atoi(getenv("FAULT_LASTS")))) return 0;
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    ssize_t (*put)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    int descriptor = real(log, O_WRONLY | O_APPEND | O_CREAT, 0666);
    int length = snprintf(line, sizeof line, "%s %s\n", call, path);
    if (descriptor >= 0) { put(descriptor, line, length); close(descriptor); }
    errno = atoi(getenv("FAULT_ERRNO"));
    return 1;
}

static int fails_at(const char *call, int descriptor) {
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, path);
}

#define OPENS(NAME)                                                                    \
    int NAME(const char *path, int flags, ...) {                                       \
        mode_t mode = 0;                                                               \
        va_list more;                                                                  \
        va_start(more, flags);                                                         \
        if (flags & O_CREAT) mode = va_arg(more, mode_t);                              \
        va_end(more);                                                                  \
        if (fails(flags & (O_WRONLY | O_RDWR | O_CREAT) ? "create" : "read", path)) return -1; \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #NAME);                 \
        return real(path, flags, mode);                                                \
    }
OPENS(open)
OPENS(open64)

#define PATHS(NAME, CALL, DECLARED, CHECKED, GIVEN)           \
    int NAME DECLARED {                                       \
        if (fails(CALL, CHECKED)) return -1;                  \
        int (*real) DECLARED = dlsym(RTLD_NEXT, #NAME);       \
        return real GIVEN;                                    \
    }
PATHS(rename, "rename", (const char *from, const char *to), to, (from, to))
PATHS(mkdir, "mkdir", (const char *path, mode_t mode), path, (path, mode))
PATHS(unlink, "remove", (const char *path), path, (path))
PATHS(link, "link", (const char *from, const char *to), to, (from, to))
PATHS(linkat, "link", (int one, const char *from, int other, const char *to, int flags), to, (one, from, other, to, flags))

#define DESCRIPTORS(RESULT, NAME, CALL, DECLARED, GIVEN)                    \
    RESULT NAME DECLARED {                                                  \
        if (descriptor > 2 && fails_at(CALL, descriptor)) return -1;        \
        RESULT (*real) DECLARED = dlsym(RTLD_NEXT, #NAME);                  \
        return real GIVEN;                                                  \
    }
DESCRIPTORS(int, fsync, "sync", (int descriptor), (descriptor))
DESCRIPTORS(int, fdatasync, "sync", (int descriptor), (descriptor))
DESCRIPTORS(int, ftruncate64, "write", (int descriptor, off64_t length), (descriptor, length))
DESCRIPTORS(ssize_t, write, "write", (int descriptor, const void *data, size_t length), (descriptor, data, length))
DESCRIPTORS(ssize_t, pwrite64, "write", (int descriptor, const void *data, size_t length, off64_t at),
            (descriptor, data, length, at))
DESCRIPTORS(ssize_t, read, "load", (int descriptor, void *data, size_t length), (descriptor, data, length))
DESCRIPTORS(ssize_t, pread64, "load", (int descriptor, void *data, size_t length, off64_t at),
            (descriptor, data, length, at))
