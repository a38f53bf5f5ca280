#!/usr/bin/env python3
"""Makes the committed subset of Fashion-MNIST.

    ./make-subset.py SOURCE [TARGET]

SOURCE holds the four original IDX files (Debian: package dataset-fashion-mnist,
/usr/share/datasets/fashion-mnist). TARGET is this script's folder unless given.

The first 600 training and 100 test images of each class are kept, in their
original order, so every run gives the same images.
"""
import gzip
import pathlib
import struct
import sys

IMAGES_MAGIC, LABELS_MAGIC, CLASSES = 0x803, 0x801, 10


def read(path, magic, fields):
    data = gzip.decompress(path.read_bytes())
    found, *sizes = struct.unpack_from(f">{1 + fields}I", data)
    if found != magic:
        sys.exit(f"{path}: magic is {found:#x}, not {magic:#x}")
    return sizes, data[4 * (1 + fields):]


def write(path, magic, sizes, body):
    # No name and no time in the gzip header: the same input gives the same bytes.
    header = struct.pack(f">{1 + len(sizes)}I", magic, *sizes)
    path.write_bytes(gzip.compress(header + body, compresslevel=9, mtime=0))


def subset(source, target, split, per_class):
    images_name, labels_name = f"{split}-images-idx3-ubyte.gz", f"{split}-labels-idx1-ubyte.gz"
    (_, rows, columns), pixels = read(source / images_name, IMAGES_MAGIC, 3)
    _, labels = read(source / labels_name, LABELS_MAGIC, 1)

    taken, kept = [0] * CLASSES, []
    for index, label in enumerate(labels):
        if taken[label] < per_class:
            taken[label] += 1
            kept.append(index)

    size = rows * columns
    write(target / images_name, IMAGES_MAGIC, [len(kept), rows, columns],
          b"".join(pixels[i * size:(i + 1) * size] for i in kept))
    write(target / labels_name, LABELS_MAGIC, [len(kept)], bytes(labels[i] for i in kept))
    print(f"{split}: {len(kept)} images")


if len(sys.argv) not in (2, 3):
    sys.exit(__doc__)
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).parent
subset(pathlib.Path(sys.argv[1]), folder, "train", 600)
subset(pathlib.Path(sys.argv[1]), folder, "t10k", 100)
