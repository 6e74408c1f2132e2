// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupManifest.h"
#include "casework/BackupKey.h"
#include "domain/Progress.h"

#include <QString>

namespace huiyin {

// A backup for a medium that may get lost. The file, all numbers little-endian:
//
//   offset  size
//        0     8  "HUIYINBK"
//        8     4  version of the form: 1
//       12     4  passes of argon2id
//       16     4  its memory, MiB
//       20     4  size of the manifest within, bytes
//       24     8  size of the copy, bytes
//       32    32  public key (X25519)
//       64    16  salt of the passphrase
//       80    72  the secret key, wrapped by the passphrase: nonce 24, XSalsa20-Poly1305
//      152    80  the key of this file, sealed for the public key (crypto_box_seal)
//      232    24  beginning of the stream (secretstream, XChaCha20-Poly1305)
//      256    16  checksum of all before (BLAKE2b), which tells a damaged header from a wrong passphrase
//      272        the manifest and the copy, one after the other, in pieces of 64 KiB, each preceded by its number
//                 (4 bytes, from 0) and followed by its check (17 bytes); the last one is marked as the last
//
// Every piece is authenticated together with the header and its number. Making one takes no secret (BackupKey.h).

// Encrypts the copy at `source`, on which no connection is open; `target` appears whole or not at all. `manifest` is
// that of the copy and goes into the file. Returns the SHA-256 of what was written. Throws FileError, StorageError for
// Cancelled.
QByteArray encryptCopy(const QString &source, const BackupManifest &manifest, const BackupKey &key,
                       const QString &target, bool overwrite, const Progress &progress = {});

// What a file says of itself before it is opened; throws as decryptCopy. The copy's counts stand in its manifest.
BackupKey keyOfEncrypted(const QString &source);
bool isEncryptedCopy(const QString &path); // by its first bytes

// Writes the copy into the empty file `target`, which the caller throws away when this throws: StorageError of
// Kind::Damaged (cut short, altered, its pieces in another order, something behind its end), of Kind::Other for a
// passphrase that doesn't open it, Kind::Newer for a newer form. Takes as long as a login at least.
BackupManifest decryptCopy(const QString &source, const Password &passphrase, const QString &target,
                           const Progress &progress = {});

} // namespace huiyin
