// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SecretHunt.h"

#include "domain/Text.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDirIterator>
#include <QFile>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QLineEdit>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QWidget>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace huiyin::test {

namespace {

constexpr int mostRows = 400; // of a model: what a test puts in is less

QString bareOf(const QString &text)
{
    QString bare;
    bare.reserve(text.size());
    for (const QChar c : halfWidth(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c == u'*')
            bare += c.toUpper();
    }
    return bare;
}

QString withoutMarkup(QString text)
{
    static const QRegularExpression tags(u"<[^<>]*>"_s);
    return text.contains(u'<') ? text.remove(tags) : text;
}

QString nameOf(const QObject *object)
{
    QString name = QString::fromLatin1(object->metaObject()->className());
    for (const QObject *up = object; up; up = up->parent()) {
        if (!up->objectName().isEmpty() && !up->objectName().startsWith(u"qt_"))
            return name + u' ' + up->objectName();
    }
    return name;
}

} // namespace

QList<SecretPerson> secretPeople(int count)
{
    const QStringList surnames{u"赵"_s, u"钱"_s, u"孙"_s, u"周"_s, u"吴"_s,
                               u"郑"_s, u"冯"_s, u"褚"_s, u"卫"_s, u"蒋"_s};
    const QStringList given{u"鹭汀"_s, u"砚秋"_s, u"霁川"_s, u"筠庭"_s, u"澍棠"_s};
    QList<SecretPerson> people;
    for (int i = 0; i < count; ++i) {
        SecretPerson person;
        person.name = surnames[i % 10] + given[i / 10 % 5 + i % 2];
        person.phone = u"1%1%2"_s.arg(38 + i).arg(40'126'733 + i * 1'373'539LL);
        person.door = u"%1号楼%2单元%3室"_s.arg(81 + i).arg(i % 6 + 3).arg(1702 + i);
        person.address = u"铁东区平东小区"_s + person.door;
        person.card = u"220302%1%2"_s.arg(19'500'101 + i * 10'000).arg(6'174 + i);
        person.plate = u"吉C%1"_s.arg(QChar(u'A' + i)) + QString::number(7'391 + i);
        people.append(person);
    }
    return people;
}

SecretHunt::SecretHunt(const QStringList &secrets)
{
    for (const QString &plain : secrets) {
        Secret secret{.plain = plain, .bare = bareOf(plain)};
        for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE}) {
            QStringEncoder encoder(encoding);
            secret.bytes.append(encoder(plain));
        }
        QStringEncoder chinese("GB18030");
        if (chinese.isValid())
            secret.bytes.append(chinese(plain));
        m_secrets.append(secret);
    }
}

void SecretHunt::look(const QString &bare, const QString &where)
{
    ++m_texts;
    for (const Secret &secret : std::as_const(m_secrets)) {
        if (bare.contains(secret.bare)) {
            const QString told = where + u": "_s + secret.plain;
            if (!m_found.contains(told))
                m_found.append(told);
        }
    }
}

void SecretHunt::lookAtText(const QString &text, const QString &where)
{
    if (text.isEmpty() || m_seen.contains(text))
        return;
    m_seen.insert(text);
    look(bareOf(withoutMarkup(text)), where);
}

void SecretHunt::lookAtBytes(const QByteArray &bytes, const QString &where)
{
    ++m_texts;
    for (const Secret &secret : std::as_const(m_secrets)) {
        for (const QByteArray &form : secret.bytes) {
            if (bytes.contains(form)) {
                m_found.append(where + u": "_s + secret.plain);
                break;
            }
        }
    }
}

void SecretHunt::lookAtFolder(const QString &folder, const QString &except)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        lookAtText(files.fileName(), u"name of "_s + path);
        if (!except.isEmpty() && files.fileName().startsWith(except))
            continue;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            lookAtBytes(file.readAll(), path);
    }
}

void SecretHunt::lookAtModel(const QAbstractItemModel *model, const QString &where)
{
    if (!model)
        return;
    const auto tell = [&](const QVariant &value, const QString &at) {
        if (value.canConvert<QString>())
            lookAtText(value.toString(), at);
    };
    const std::function<void(const QModelIndex &)> each = [&](const QModelIndex &parent) {
        for (int row = 0; row < std::min(model->rowCount(parent), mostRows); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                for (int role = 0; role < 14; ++role)
                    tell(index.data(role), u"%1 row %2 column %3 role %4"_s.arg(where).arg(row).arg(column).arg(role));
                for (int role = Qt::UserRole; role < Qt::UserRole + 10; ++role)
                    tell(index.data(role),
                         u"%1 row %2 column %3 user role %4"_s.arg(where).arg(row).arg(column).arg(role));
            }
            each(model->index(row, 0, parent));
        }
    };
    each({});
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const int count = orientation == Qt::Horizontal ? model->columnCount() : std::min(model->rowCount(), mostRows);
        for (int section = 0; section < count; ++section) {
            for (const int role : {int{Qt::DisplayRole}, int{Qt::ToolTipRole}, int{Qt::AccessibleTextRole}})
                tell(model->headerData(section, orientation, role), where + u" heading"_s);
        }
    }
}

void SecretHunt::lookAtWidget(const QWidget *widget, const QString &where)
{
    const QString place = where + u" "_s + nameOf(widget);
    const QMetaObject *meta = widget->metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        const int type = property.typeId();
        if (type == QMetaType::QString || type == QMetaType::QStringList) {
            const QVariant value = property.read(widget);
            const QStringList texts = type == QMetaType::QString ? QStringList{value.toString()} : value.toStringList();
            for (const QString &text : texts)
                lookAtText(text, place + u' ' + QLatin1StringView(property.name()));
        }
    }
    if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
        for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            lookAtText(spoken->text(part), place + u" spoken"_s);
    }
    const auto actions = widget->actions();
    for (const QAction *action : actions) {
        for (const QString &text : {action->text(), action->toolTip(), action->statusTip(), action->iconText()})
            lookAtText(text, place + u" action"_s);
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
        lookAtModel(view->model(), place);
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        lookAtModel(box->model(), place);
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        if (edit->completer())
            lookAtModel(edit->completer()->model(), place + u" completer"_s);
    }
    if (const auto *view = qobject_cast<const QGraphicsView *>(widget); view && view->scene()) {
        const auto items = view->scene()->items();
        for (const QGraphicsItem *item : items) {
            lookAtText(item->toolTip(), place + u" tip in the scene"_s);
            if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item))
                lookAtText(text->toPlainText(), place + u" scene"_s);
            if (const auto *text = dynamic_cast<const QGraphicsSimpleTextItem *>(item))
                lookAtText(text->text(), place + u" scene"_s);
        }
    }
}

void SecretHunt::lookAtTree(const QWidget *root, const QString &where)
{
    lookAtWidget(root, where);
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        lookAtWidget(widget, where);
}

void SecretHunt::lookAtWindows(Of which, const QString &where)
{
    m_seen.clear(); // where a secret was found once it may be gone, and stand elsewhere
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (which == Of::All || widget->isVisible())
            lookAtWidget(widget, where);
    }
}

} // namespace huiyin::test
