// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Passwords.h"
#include "domain/Clock.h"
#include "domain/User.h"
#include "storage/SealRepository.h"

#include <QJsonObject>

#include <array>
#include <memory>
#include <optional>

namespace huiyin {

class CaseFile;

// What the auditor is told of his seals.
struct SealReport
{
    enum class State {
        None,    // nothing was sealed before
        Sound,   // what was sealed is as it was
        KeyLost, // his password was given anew: the seals before can't be tried any more, new ones begin
        Changed, // what was sealed is not as it was, or a seal isn't
        Failed,  // he couldn't be asked: nothing is sealed
    };
    State state = State::None;
    std::optional<QDateTime> last{}; // when he sealed last, before now
    qint64 number = 0;               // Changed: the seal at which it shows; 0: his key was exchanged

    bool operator==(const SealReport &) const = default;
};

// 封存: an auditor's seals over the ends of the history and of the access records. Whoever can write to the file can
// make both chains anew, checksums and all; the seals he can't, as their key opens with the auditor's password alone.
// Of one thread, that of the file.
class Seals
{
public:
    // Opens the auditor's key, or makes one when he has none that opens with this password. Takes as long as a login.
    // nullptr: he has none, and the file is open for reading only.
    static std::unique_ptr<Seals> open(CaseFile &file, const Clock &clock, const User &auditor,
                                       const Password &password);
    ~Seals(); // wipes the key
    Seals(const Seals &) = delete;
    Seals &operator=(const Seals &) = delete;

    [[nodiscard]] const SealReport &report() const { return m_report; } // of when it was opened
    [[nodiscard]] qint64 auditor() const { return m_user.value(); }

    // Whether all that was sealed with this key is as it was.
    [[nodiscard]] SealReport tried() const;
    // Seals what has been recorded since the last seal; not while what was sealed before is not as it was.
    void seal();
    // The auditor has looked into it: a new key, from here on. The history tells it, with the key and the number of the
    // seal that are given up, so that a check of the file knows them for settled.
    void beginAnew();
    // He has another password now: a new key opens with that one. What was wrapped before is the matter of rewrap().
    void passwordChanged(const Password &password);

    // Of a password change, in its transaction: the key opens with the new one. One that the old password doesn't open
    // stays as it is.
    static void rewrap(CaseFile &file, UserId auditor, const Password &old, const Password &password);

private:
    static constexpr size_t keySize = 32;
    using Key = std::array<unsigned char, keySize>;

    Seals(CaseFile &file, const Clock &clock, const User &user);
    // What the key is wrapped with.
    struct Wrapping
    {
        QByteArray salt{};
        QByteArray key{};

        Wrapping(const Password &password, const QByteArray &itsSalt);
        ~Wrapping();
        Wrapping(const Wrapping &) = delete;
        Wrapping &operator=(const Wrapping &) = delete;
    };
    static std::optional<Key> opened(const ClosedSealKey &closed, const Wrapping &wrapping);
    static void close(ClosedSealKey &closed, const Key &key, const Wrapping &wrapping);
    void makeKey(const QString &action, const QJsonObject &details = {});
    [[nodiscard]] QByteArray macOf(const Seal &seal, const QByteArray &previous) const;

    CaseFile &m_file;
    const Clock &m_clock;
    UserId m_user;
    QString m_name;
    qint64 m_keyId = 0;
    qint64 m_newest = 0; // key that he had when they were opened, whether it opened or not
    Key m_key{};
    std::unique_ptr<Wrapping> m_wrapping;
    SealReport m_report;
};

} // namespace huiyin
