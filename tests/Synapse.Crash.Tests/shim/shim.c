// Stands between a plugin and the C library (LD_PRELOAD). Counts the calls that change the watched folder and, as the
// environment says, dies before the n-th, fails it, shortens it, or writes each one down. The plugin needs no change.
//
//   SHIM_ROOT     the watched folder; without it nothing happens
//   SHIM_KILL=n   SIGKILL to itself before call n
//   SHIM_FAIL=n   call n fails with SHIM_ERRNO; with SHIM_FOREVER all later ones too
//   SHIM_SHORT=n  the first write from call n on writes half of its bytes
//   SHIM_TRACE    file to append a record for each call to (see trace())
//
// A lock is held around a call and its record only while tracing, so that the record order is the order of the calls.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define MAX_FILES 4096
#define TRACE_FD 900

enum kind { CREATE = 1, WRITE, TRUNCATE, ALLOCATE, SYNC, RENAME, LINK, UNLINK, MKDIR, RMDIR, ATTRIBUTES, MAP };

struct header {
    uint8_t kind, failed, existed, truncates;
    uint32_t path, path2;
    int64_t offset;
    uint64_t data;
};

static char root[PATH_MAX];
static size_t root_length;
static long kill_at, fail_at, short_at;
static int fail_with, fail_forever, trace_fd = -1;
static atomic_long calls;
static atomic_int failed_once, shortened_once;
static char *paths[MAX_FILES];
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) {
        fprintf(stderr, "shim: the C library has no %s\n", name);
        _exit(99);
    }
    return found;
}

static long number(const char *name)
{
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

__attribute__((constructor)) static void start(void)
{
    const char *folder = getenv("SHIM_ROOT"), *file = getenv("SHIM_TRACE");
    if (!folder || !realpath(folder, root))
        return;
    root_length = strlen(root);
    kill_at = number("SHIM_KILL");
    fail_at = number("SHIM_FAIL");
    fail_with = (int)number("SHIM_ERRNO");
    fail_forever = (int)number("SHIM_FOREVER");
    short_at = number("SHIM_SHORT");
    if (file) {
        int fd = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        trace_fd = fcntl(fd, F_DUPFD_CLOEXEC, TRACE_FD);
        REAL(close)(fd);
        if (trace_fd < 0)
            _exit(99);
    }
}

/* ---- which calls are meant ---- */

static int watched(const char *path)
{
    return root_length && strncmp(path, root, root_length) == 0 && (path[root_length] == 0 || path[root_length] == '/');
}

// The absolute path, or null where the call does not concern the watched folder.
static const char *at(int folder, const char *path, char *buffer)
{
    if (!root_length || !path)
        return NULL;
    if (path[0] != '/') {
        char link[64], base[PATH_MAX];
        snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length < 0)
            return NULL;
        base[length] = 0;
        if (snprintf(buffer, PATH_MAX, "%s/%s", base, path) >= PATH_MAX)
            return NULL;
    } else if (snprintf(buffer, PATH_MAX, "%s", path) >= PATH_MAX)
        return NULL;
    size_t length = strlen(buffer);
    while (length > 1 && buffer[length - 1] == '/')
        buffer[--length] = 0;
    return watched(buffer) ? buffer : NULL;
}

static const char *of(int fd) { return fd >= 0 && fd < MAX_FILES ? paths[fd] : NULL; }

static void remember(int fd, const char *path)
{
    if (fd >= 0 && fd < MAX_FILES)
        paths[fd] = path ? strdup(path) : NULL; // the old one leaks: another thread may be reading it
}

/* ---- what happens before and after ---- */

static int can_run_out_of_space(enum kind kind)
{
    return kind == CREATE || kind == WRITE || kind == ALLOCATE || kind == MKDIR || kind == RENAME || kind == LINK;
}

// Returns an error number if the call is to fail.
static int before(enum kind kind)
{
    if (trace_fd >= 0)
        pthread_mutex_lock(&order);
    long call = atomic_fetch_add(&calls, 1) + 1;
    if (call == kill_at) {
        kill(getpid(), SIGKILL);
        for (;;)
            pause();
    }
    if (fail_at && call >= fail_at && (fail_with != ENOSPC || can_run_out_of_space(kind))
        && (fail_forever || !atomic_exchange(&failed_once, 1)))
        return fail_with;
    return 0;
}

static size_t shortened(size_t length)
{
    return short_at && length > 1 && atomic_load(&calls) >= short_at && !atomic_exchange(&shortened_once, 1) ? length / 2 : length;
}

static void append(const void *bytes, size_t length)
{
    while (length) {
        ssize_t written = REAL(write)(trace_fd, bytes, length);
        if (written <= 0)
            _exit(99);
        bytes = (const char *)bytes + written;
        length -= (size_t)written;
    }
}

static void trace(struct header header, const char *path, const char *path2, const struct iovec *data)
{
    if (trace_fd < 0)
        return;
    int error = errno;
    header.path = (uint32_t)strlen(path);
    header.path2 = path2 ? (uint32_t)strlen(path2) : 0;
    size_t size = sizeof header + header.path + header.path2 + header.data;
    char *record = malloc(size), *end = record;
    end = mempcpy(end, &header, sizeof header);
    end = mempcpy(end, path, header.path);
    end = mempcpy(end, path2 ? path2 : "", header.path2);
    for (size_t left = header.data; left; data++) {
        size_t part = data->iov_len < left ? data->iov_len : left;
        end = mempcpy(end, data->iov_base, part);
        left -= part;
    }
    append(record, size);
    free(record);
    pthread_mutex_unlock(&order);
    errno = error;
}

// A call that is fully said by its kind and paths.
#define SIMPLE(KIND, PATH, PATH2, CALL)                                                          \
    do {                                                                                         \
        int error_ = before(KIND);                                                               \
        int result_ = error_ ? (errno = error_, -1) : (CALL);                                    \
        trace((struct header){ .kind = KIND, .failed = result_ < 0 }, PATH, PATH2, NULL);        \
        return result_;                                                                          \
    } while (0)

/* ---- opening and closing ---- */

static int opening(int folder, const char *path, int flags, mode_t mode)
{
    char buffer[PATH_MAX];
    const char *full = at(folder, path, buffer);
    if (!full)
        return REAL(openat)(folder, path, flags, mode);
    int fd;
    if (flags & (O_CREAT | O_TRUNC)) {
        int error = before(CREATE);
        int existed = REAL(access)(full, F_OK) == 0;
        fd = error ? (errno = error, -1) : REAL(openat)(folder, path, flags, mode);
        trace((struct header){ .kind = CREATE, .failed = fd < 0, .existed = existed, .truncates = (flags & O_TRUNC) != 0 }, full, NULL, NULL);
    } else
        fd = REAL(openat)(folder, path, flags, mode);
    if (fd >= 0)
        remember(fd, full);
    return fd;
}

#define MODE(flags)                              \
    mode_t mode = 0;                             \
    if (flags & (O_CREAT | O_TMPFILE)) {         \
        va_list list;                            \
        va_start(list, flags);                   \
        mode = (mode_t)va_arg(list, int);        \
        va_end(list);                            \
    }

EXPORT int open(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
EXPORT int open64(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
EXPORT int openat(int folder, const char *path, int flags, ...) { MODE(flags) return opening(folder, path, flags, mode); }
EXPORT int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return opening(folder, path, flags, mode); }
EXPORT int creat(const char *path, mode_t mode) { return opening(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
EXPORT int creat64(const char *path, mode_t mode) { return creat(path, mode); }

EXPORT int close(int fd)
{
    if (of(fd))
        remember(fd, NULL);
    return REAL(close)(fd);
}

EXPORT int dup(int fd)
{
    int copy = REAL(dup)(fd);
    if (of(fd))
        remember(copy, of(fd));
    return copy;
}

EXPORT int dup2(int fd, int wanted)
{
    int copy = REAL(dup2)(fd, wanted);
    if (copy >= 0)
        remember(copy, of(fd));
    return copy;
}

EXPORT int dup3(int fd, int wanted, int flags)
{
    int copy = REAL(dup3)(fd, wanted, flags);
    if (copy >= 0)
        remember(copy, of(fd));
    return copy;
}

/* ---- writing ---- */

// Offset -1: at the file's position, which then moves on.
static ssize_t writing(int fd, const struct iovec *parts, int count, off_t offset)
{
    const char *path = of(fd);
    size_t length = 0;
    for (int i = 0; i < count; i++)
        length += parts[i].iov_len;
    int error = before(WRITE);
    off_t place = offset;
    if (place < 0) {
        struct stat state;
        place = (fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &state) == 0 ? state.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t result;
    size_t wanted = shortened(length);
    if (error) {
        errno = error;
        result = -1;
    } else if (wanted < length) {
        char *all = malloc(length), *end = all;
        for (int i = 0; i < count; i++)
            end = mempcpy(end, parts[i].iov_base, parts[i].iov_len);
        result = offset < 0 ? REAL(write)(fd, all, wanted) : REAL(pwrite)(fd, all, wanted, offset);
        free(all);
    } else
        result = offset < 0 ? REAL(writev)(fd, parts, count) : REAL(pwritev)(fd, parts, count, offset);
    trace((struct header){ .kind = WRITE, .failed = result < 0, .offset = place, .data = result > 0 ? (uint64_t)result : 0 }, path, NULL, parts);
    return result;
}

#define ONE(bytes, length) &(struct iovec){ (void *)bytes, length }, 1

EXPORT ssize_t write(int fd, const void *bytes, size_t length)
{
    return of(fd) ? writing(fd, ONE(bytes, length), -1) : REAL(write)(fd, bytes, length);
}

EXPORT ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return of(fd) ? writing(fd, ONE(bytes, length), offset) : REAL(pwrite)(fd, bytes, length, offset);
}

EXPORT ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }

EXPORT ssize_t writev(int fd, const struct iovec *parts, int count)
{
    return of(fd) ? writing(fd, parts, count, -1) : REAL(writev)(fd, parts, count);
}

EXPORT ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset)
{
    return of(fd) ? writing(fd, parts, count, offset) : REAL(pwritev)(fd, parts, count, offset);
}

EXPORT ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

EXPORT ssize_t pwritev2(int fd, const struct iovec *parts, int count, off_t offset, int flags)
{
    return of(fd) ? writing(fd, parts, count, offset) : REAL(pwritev2)(fd, parts, count, offset, flags);
}

EXPORT ssize_t pwritev64v2(int fd, const struct iovec *parts, int count, off64_t offset, int flags) { return pwritev2(fd, parts, count, offset, flags); }

static int sizing(enum kind kind, const char *path, off_t size, int result, int error)
{
    if (error) {
        errno = error;
        result = -1;
    }
    trace((struct header){ .kind = kind, .failed = result < 0, .offset = size }, path, NULL, NULL);
    return result;
}

EXPORT int ftruncate(int fd, off_t size)
{
    if (!of(fd))
        return REAL(ftruncate)(fd, size);
    int error = before(TRUNCATE);
    return sizing(TRUNCATE, of(fd), size, error ? 0 : REAL(ftruncate)(fd, size), error);
}

EXPORT int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

EXPORT int truncate(const char *path, off_t size)
{
    char buffer[PATH_MAX];
    const char *full = at(AT_FDCWD, path, buffer);
    if (!full)
        return REAL(truncate)(path, size);
    int error = before(TRUNCATE);
    return sizing(TRUNCATE, full, size, error ? 0 : REAL(truncate)(path, size), error);
}

EXPORT int truncate64(const char *path, off64_t size) { return truncate(path, size); }

EXPORT int fallocate(int fd, int mode, off_t offset, off_t length)
{
    if (!of(fd))
        return REAL(fallocate)(fd, mode, offset, length);
    int error = before(ALLOCATE);
    return sizing(ALLOCATE, of(fd), offset + length, error ? 0 : REAL(fallocate)(fd, mode, offset, length), error);
}

EXPORT int fallocate64(int fd, int mode, off64_t offset, off64_t length) { return fallocate(fd, mode, offset, length); }

// Returns the error number. The C library's own makes a system call that no one could step in front of.
EXPORT int posix_fallocate(int fd, off_t offset, off_t length)
{
    return of(fd) ? (fallocate(fd, 0, offset, length) < 0 ? errno : 0) : REAL(posix_fallocate)(fd, offset, length);
}

EXPORT int posix_fallocate64(int fd, off64_t offset, off64_t length) { return posix_fallocate(fd, offset, length); }

EXPORT void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset)
{
    if (!of(fd) || !(flags & MAP_SHARED) || !(protection & PROT_WRITE))
        return REAL(mmap)(address, length, protection, flags, fd, offset);
    int error = before(MAP);
    void *result = error ? (errno = error, MAP_FAILED) : REAL(mmap)(address, length, protection, flags, fd, offset);
    trace((struct header){ .kind = MAP, .failed = result == MAP_FAILED }, of(fd), NULL, NULL);
    return result;
}

EXPORT void *mmap64(void *address, size_t length, int protection, int flags, int fd, off64_t offset) { return mmap(address, length, protection, flags, fd, offset); }

/* ---- making durable ---- */

EXPORT int fsync(int fd)
{
    if (!of(fd))
        return REAL(fsync)(fd);
    SIMPLE(SYNC, of(fd), NULL, REAL(fsync)(fd));
}

EXPORT int fdatasync(int fd)
{
    if (!of(fd))
        return REAL(fdatasync)(fd);
    SIMPLE(SYNC, of(fd), NULL, REAL(fdatasync)(fd));
}

// Promises nothing after a power loss, so for an image it is no sync.
EXPORT int sync_file_range(int fd, off64_t offset, off64_t length, unsigned int flags)
{
    if (!of(fd))
        return REAL(sync_file_range)(fd, offset, length, flags);
    SIMPLE(ATTRIBUTES, of(fd), NULL, REAL(sync_file_range)(fd, offset, length, flags));
}

/* ---- names ---- */

EXPORT int renameat2(int from, const char *path, int to, const char *path2, unsigned int flags)
{
    char buffer[PATH_MAX], buffer2[PATH_MAX];
    const char *full = at(from, path, buffer), *full2 = at(to, path2, buffer2);
    if (!full && !full2)
        return REAL(renameat2)(from, path, to, path2, flags);
    SIMPLE(RENAME, full ? full : path, full2 ? full2 : path2, REAL(renameat2)(from, path, to, path2, flags));
}

EXPORT int renameat(int from, const char *path, int to, const char *path2) { return renameat2(from, path, to, path2, 0); }
EXPORT int rename(const char *path, const char *path2) { return renameat2(AT_FDCWD, path, AT_FDCWD, path2, 0); }

EXPORT int linkat(int from, const char *path, int to, const char *path2, int flags)
{
    char buffer[PATH_MAX], buffer2[PATH_MAX];
    const char *full = at(from, path, buffer), *full2 = at(to, path2, buffer2);
    if (!full2)
        return REAL(linkat)(from, path, to, path2, flags);
    SIMPLE(LINK, full ? full : path, full2, REAL(linkat)(from, path, to, path2, flags));
}

EXPORT int link(const char *path, const char *path2) { return linkat(AT_FDCWD, path, AT_FDCWD, path2, 0); }

EXPORT int symlinkat(const char *target, int folder, const char *path)
{
    char buffer[PATH_MAX];
    const char *full = at(folder, path, buffer);
    if (!full)
        return REAL(symlinkat)(target, folder, path);
    SIMPLE(ATTRIBUTES, full, NULL, REAL(symlinkat)(target, folder, path));
}

EXPORT int symlink(const char *target, const char *path) { return symlinkat(target, AT_FDCWD, path); }

EXPORT int unlinkat(int folder, const char *path, int flags)
{
    char buffer[PATH_MAX];
    const char *full = at(folder, path, buffer);
    enum kind kind = flags & AT_REMOVEDIR ? RMDIR : UNLINK;
    if (!full)
        return REAL(unlinkat)(folder, path, flags);
    SIMPLE(kind, full, NULL, REAL(unlinkat)(folder, path, flags));
}

EXPORT int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
EXPORT int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
EXPORT int remove(const char *path) { return unlink(path) == 0 ? 0 : errno == EISDIR ? rmdir(path) : -1; }

EXPORT int mkdirat(int folder, const char *path, mode_t mode)
{
    char buffer[PATH_MAX];
    const char *full = at(folder, path, buffer);
    if (!full)
        return REAL(mkdirat)(folder, path, mode);
    SIMPLE(MKDIR, full, NULL, REAL(mkdirat)(folder, path, mode));
}

EXPORT int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* ---- owner, mode, times ---- */

EXPORT int fchmod(int fd, mode_t mode)
{
    if (!of(fd))
        return REAL(fchmod)(fd, mode);
    SIMPLE(ATTRIBUTES, of(fd), NULL, REAL(fchmod)(fd, mode));
}

EXPORT int fchown(int fd, uid_t user, gid_t group)
{
    if (!of(fd))
        return REAL(fchown)(fd, user, group);
    SIMPLE(ATTRIBUTES, of(fd), NULL, REAL(fchown)(fd, user, group));
}

EXPORT int chmod(const char *path, mode_t mode)
{
    char buffer[PATH_MAX];
    const char *full = at(AT_FDCWD, path, buffer);
    if (!full)
        return REAL(chmod)(path, mode);
    SIMPLE(ATTRIBUTES, full, NULL, REAL(chmod)(path, mode));
}

EXPORT int futimens(int fd, const struct timespec times[2])
{
    if (!of(fd))
        return REAL(futimens)(fd, times);
    SIMPLE(ATTRIBUTES, of(fd), NULL, REAL(futimens)(fd, times));
}

EXPORT int utimensat(int folder, const char *path, const struct timespec times[2], int flags)
{
    char buffer[PATH_MAX];
    const char *full = at(folder, path, buffer);
    if (!full)
        return REAL(utimensat)(folder, path, times, flags);
    SIMPLE(ATTRIBUTES, full, NULL, REAL(utimensat)(folder, path, times, flags));
}
