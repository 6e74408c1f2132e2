// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/KeptWords.h"

#include "controls/NoticeBar.h"
#include "storage/KeptDraftRepository.h"

#include <QDialog>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// No more than two seconds of typing are lost, whatever happens; the rest of them is for the disk.
constexpr qint64 pauseAfterTyping = 700; // ms
constexpr qint64 longestUnkept = 1000;   // ms of typing without a pause
constexpr int retryAfter = 5'000;        // ms after the disk, or another program that had the file, failed

QList<TypedWords> keptAt(CaseFile &file, const QString &user, const WordsPlace &place)
{
    const auto draft = KeptDraftRepository(file.database()).find(user, place.kind(), place.object);
    return draft ? draft->words : QList<TypedWords>();
}

bool isAmong(const TypedWords &one, const QList<TypedWords> &words)
{
    return std::ranges::any_of(words, [&one](const TypedWords &other) { return other.saysTheSame(one); });
}

bool sayTheSame(const std::optional<TypedWords> &a, const std::optional<TypedWords> &b)
{
    return a.has_value() == b.has_value() && (!a || a->saysTheSame(*b));
}

} // namespace

KeptWords::KeptWords(CaseSession &session, const WordsPlace &place, const Form &form, NoticeBar *bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_user(session.user())
    , m_place(place)
    , m_form(form)
    , m_bar(bar)
    , m_typed(form.typed())
{
    if (m_typed)
        m_own.append(*m_typed);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KeptWords::keepNow);
    look();
}

KeptWords::~KeptWords()
{
    if (m_dirty && !m_held && !m_ended && !m_session.isReadOnly())
        post();
}

// A question may overtake a command that is on its way to the file, such as the last words of the form before this one.
void KeptWords::look()
{
    if (!m_session.isWriting()) {
        read();
        return;
    }
    connect(
        &m_session, &CaseSession::writingChanged, this, [this] { look(); }, Qt::SingleShotConnection);
}

void KeptWords::read()
{
    m_session.read(
        this, [user = m_user, place = m_place](CaseFile &file) { return keptAt(file, user, place); },
        [this](const QList<TypedWords> &kept) {
            m_looked = true;
            m_offered = kept;
            m_offered.removeIf([this](const TypedWords &one) {
                return isAmong(one, m_own) || (m_typed && one.saysTheSame(*m_typed));
            });
            show();
            if (m_dirty)
                soon();
        },
        [](const std::exception_ptr &) {}); // nobody has asked; what is typed is put before whatever is there
}

QList<TypedWords> KeptWords::all() const
{
    QList<TypedWords> words = m_offered;
    if (m_typed) {
        words.prepend(*m_typed);
        words.first().at = m_session.clock().now();
    }
    return words;
}

void KeptWords::edited()
{
    if (m_ended)
        return;
    const auto now = m_form.typed();
    if (sayTheSame(now, m_typed))
        return;
    m_typed = now;
    m_dirty = true;
    if (!m_unkept.isValid())
        m_unkept.start();
    soon();
}

void KeptWords::soon()
{
    const qint64 left = m_unkept.isValid() ? longestUnkept - m_unkept.elapsed() : pauseAfterTyping;
    m_pause.start(static_cast<int>(std::clamp<qint64>(left, 0, pauseAfterTyping)));
}

void KeptWords::keepNow()
{
    // What is typed while one is under way goes next.
    if (m_dirty && !m_keeping && !m_held && !m_ended && !m_session.isReadOnly())
        post();
}

// The command is carried out even if this one is gone by then; it never lives longer than its session.
void KeptWords::post()
{
    m_pause.stop();
    m_unkept.invalidate();
    m_dirty = false;
    m_keeping = true;
    if (m_typed && !m_looked)
        m_own.append(*m_typed);
    m_session.command(
        this,
        [user = m_user, place = m_place, words = all(), own = m_own,
         looked = m_looked](CaseBook &book) -> Outcome<Changes> {
            if (book.user() != user) // nobody's words become another's
                return Refusal{tr("Somebody else works now.")};
            QList<TypedWords> next = words;
            if (!looked) { // what is there already must not go unseen
                const QList<TypedWords> before = keptAt(book.file(), user, place);
                for (const TypedWords &one : before) {
                    if (!isAmong(one, next) && !isAmong(one, own))
                        next.append(one);
                }
            }
            return keepWords(book, place, next);
        },
        [this](const Changes &) {
            m_keeping = false;
            if (std::exchange(m_inTrouble, false))
                show();
            if (m_dirty)
                soon();
        },
        [this](const Refusal &refusal) { tellTrouble(refusal.reason); },
        [this](const std::exception_ptr &error) {
            tellTrouble(Messages::messageOf(error).what);
            if (!m_ended)
                m_pause.start(retryAfter); // whoever has stopped typing must not lose it
        });
}

// Tried again with the next key, at the latest.
void KeptWords::tellTrouble(const QString &reason)
{
    m_keeping = false;
    m_dirty = true;
    m_inTrouble = true;
    if (m_bar && !m_ended)
        m_bar->showNotice(Tone::Warn, tr("What is typed here can't be kept at present: %1").arg(reason));
}

void KeptWords::show()
{
    if (!m_bar || m_inTrouble)
        return;
    if (m_offered.isEmpty() || m_ended) {
        m_bar->clear();
        return;
    }
    const QDateTime at = m_session.zone().toLocal(m_offered.first().at);
    const QString time = at.toString(at.date() == m_session.today() ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
    m_bar->showNotice(Tone::Info, tr("Words of %1 that were not saved").arg(time), tr("Take up"), [this] { takeUp(); });
    m_bar->addAction(tr("Drop"), [this] { drop(); });
}

void KeptWords::takeUp()
{
    if (m_offered.isEmpty() || m_held)
        return;
    const TypedWords taken = m_offered.takeFirst();
    if (m_typed && !m_typed->saysTheSame(taken)) {
        m_offered.prepend(*m_typed);
        m_offered.first().at = m_session.clock().now();
    }
    m_form.fill(taken);
    m_typed = m_form.typed();
    m_dirty = true;
    keepNow();
    show();
}

void KeptWords::drop()
{
    if (m_offered.isEmpty() || m_held)
        return;
    m_offered.removeFirst();
    m_dirty = true;
    keepNow();
    show();
}

void KeptWords::dropTyped()
{
    if (m_ended)
        return;
    if (m_typed) {
        m_typed.reset();
        m_dirty = true;
    }
    if (m_dirty && !m_session.isReadOnly())
        post();
    m_dirty = false;
    end();
}

void KeptWords::hold()
{
    if (m_dirty && !m_ended && !m_session.isReadOnly())
        post(); // before the command, which may be refused
    m_held = true;
}

void KeptWords::release()
{
    m_held = false;
    if (m_dirty)
        soon();
}

void KeptWords::end()
{
    m_ended = true;
    m_dirty = false;
    m_pause.stop();
    m_offered.clear();
    show();
}

NoticeBar *addKeptBar(QDialog *dialog)
{
    auto *bar = new NoticeBar(dialog);
    bar->setObjectName(dialog->objectName() + u".kept");
    auto *layout = qobject_cast<QVBoxLayout *>(dialog->layout());
    layout->insertWidget(0, bar);
    // The fields keep their room.
    QObject::connect(bar, &NoticeBar::visibilityChanged, dialog, [dialog, layout, grown = 0](bool visible) mutable {
        if (!dialog->isVisible())
            return;
        layout->activate();
        const int needed =
            layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width()) : dialog->sizeHint().height();
        const int more = visible ? std::max(0, needed - dialog->height()) : -std::exchange(grown, 0);
        if (visible)
            grown += more;
        dialog->resize(dialog->width(), dialog->height() + more);
    });
    return bar;
}

} // namespace huiyin
