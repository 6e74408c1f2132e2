// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentViewer.h"

#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/UserMark.h"
#include "domain/Sentences.h"
#include "shell/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

// A picture in the middle of its room: as large as fits and never larger than it is, or point by point.
class PictureView final : public QWidget
{
public:
    PictureView(const QImage &picture, QWidget *parent)
        : QWidget(parent)
        , m_picture(picture)
    {
    }

    void setFitted(bool fitted)
    {
        m_fitted = fitted;
        setMinimumSize(fitted ? QSize(0, 0) : m_picture.size());
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return m_picture.size(); }

protected:
    void paintEvent([[maybe_unused]] QPaintEvent *event) override
    {
        QSize shown = m_picture.size();
        if (m_fitted && (shown.width() > width() || shown.height() > height()))
            shown.scale(size(), Qt::KeepAspectRatio);
        if (m_scaled.size() != shown) {
            m_scaled = QPixmap::fromImage(
                shown == m_picture.size() ? m_picture
                                          : m_picture.scaled(shown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        }
        QRect place(QPoint(), shown);
        place.moveCenter(rect().center());
        QPainter(this).drawPixmap(place.topLeft(), m_scaled);
    }

private:
    QImage m_picture;
    QPixmap m_scaled; // as it was painted last
    bool m_fitted = true;
};

AttachmentViewer::AttachmentViewer(const ShownAttachment &shown, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"attachmentViewer"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(shown.name);
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(shown.picture.isNull() ? textPart(shown) : picturePart(shown), 1);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    QString remark;
    if (m_size) {
        foot->addWidget(m_size);
        remark = tr("%1 × %2 points").arg(shown.fullSize.width()).arg(shown.fullSize.height());
        if (shown.picture.size() != shown.fullSize)
            remark += u" · "_s + tr("shown smaller, as it is very large");
    } else {
        QStringList remarks;
        if (shown.isTextCut)
            remarks.append(tr("Only the beginning of this long text. Save it to read all of it."));
        if (shown.isTextBroken)
            remarks.append(tr("Its very long lines are broken here."));
        remark = joinedSentences(remarks);
    }
    QLabel *words = textLabel(remark, "weak", this);
    words->setObjectName(u"attachmentViewer.remark"_s);
    foot->addWidget(words, 1);
    auto *close = new QPushButton(tr("Close the view"), this);
    close->setObjectName(u"attachmentViewer.close"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(close);
    layout->addLayout(foot);

    // As large as what it shows, in the room that there is.
    const QSize room = screen()->availableSize() * 0.85;
    const QSize wanted = m_picture ? m_picture->sizeHint() + QSize(40, 90) : QSize(720, 560);
    resize(wanted.boundedTo(room).expandedTo(QSize(420, 320)));
}

void AttachmentViewer::mark(const QString &text)
{
    (new UserMark(this))->mark(text);
}

QWidget *AttachmentViewer::picturePart(const ShownAttachment &shown)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"attachmentViewer.picture"_s);
    m_scroll->setAccessibleName(tr("Picture “%1”").arg(shown.name));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    QPalette ground = m_scroll->palette();
    ground.setColor(QPalette::Window, colour(ColourRole::PaperGround));
    m_scroll->setPalette(ground);
    m_scroll->viewport()->setAutoFillBackground(true);
    m_picture = new PictureView(shown.picture, m_scroll);
    m_scroll->setWidget(m_picture);
    m_size = new SegmentedButtons(this);
    m_size->setObjectName(u"attachmentViewer.size"_s);
    m_size->setAccessibleName(tr("Size of the picture"));
    m_size->addOption(tr("Fit"), 1);
    m_size->addOption(u"100%"_s, 0);
    m_size->setValue(1);
    m_picture->setFitted(true);
    connect(m_size, &SegmentedButtons::valueChosen, this, [this](int fit) { m_picture->setFitted(fit == 1); });
    return m_scroll;
}

QWidget *AttachmentViewer::textPart(const ShownAttachment &shown)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(u"attachmentViewer.text"_s);
    text->setAccessibleName(tr("Text of “%1”").arg(shown.name));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setPlainText(shown.text);
    return text;
}

} // namespace huiyin
