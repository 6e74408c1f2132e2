// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QClipboard>
#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <chrono>

class QWidget;

namespace huiyin {

// Takes what was copied out of the window, by whatever key or menu, out of the clipboard again after a while: it may be
// a citizen's data, and whoever pastes next may be somebody else. Only what is still this program's own, so nothing that
// was copied later is lost; not what was copied as lasting.
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds keptFor{30};

    explicit ClipboardGuard(QObject *parent = nullptr, std::chrono::milliseconds kept = keptFor);
    ~ClipboardGuard() override; // empties it

    void clearNow(); // whoever copied it leaves
    // Nobody is at work: what is copied now, as by rows of a list that were still being read, goes at once.
    void setAway(bool away);
    [[nodiscard]] bool isHolding() const { return m_holding; }

Q_SIGNALS:
    void holdingChanged(bool holding); // something in the clipboard waits to be taken out

private:
    struct Place // the clipboard, or the marked text that the middle button pastes
    {
        QClipboard::Mode mode;
        QPointer<const QMimeData> seen{}; // what was judged last
        QPointer<const QMimeData> held{}; // what is to go
        QTimer timer{};
    };
    void look(Place &place);
    void clear(Place &place);
    void showHolding();

    std::array<Place, 2> m_places;
    bool m_holding = false;
    bool m_away = false;
};

// Nothing of a citizen: figures, what is published, versions. It stays in the clipboard.
void copyLasting(const QString &text);
void copyLasting(QMimeData *data);
void markLasting(QMimeData &data); // for what a widget is about to copy
// Rows of lists and the like, wherever the focus is when they have been read.
void copyPersonal(const QString &text);
// What is copied by the keys in this widget and in what lies in it is lasting, or, in a part of such a widget, not.
void setCopiesLasting(QWidget *widget, bool lasting = true);

} // namespace huiyin
